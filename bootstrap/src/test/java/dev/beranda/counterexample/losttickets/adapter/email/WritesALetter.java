package dev.beranda.counterexample.losttickets.adapter.email;

import dev.beranda.counterexample.losttickets.domain.letter.TicketToken;

record WritesALetter(TicketToken token) {}
