package dev.beranda.counterexample.losttickets.adapter.web.session;

import dev.beranda.counterexample.losttickets.domain.letter.TicketToken;

record SeesATicket(TicketToken token) {}
