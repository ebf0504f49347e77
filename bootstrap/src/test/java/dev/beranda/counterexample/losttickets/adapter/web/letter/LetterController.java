package dev.beranda.counterexample.losttickets.adapter.web.letter;

import dev.beranda.counterexample.losttickets.domain.letter.TicketToken;

record LetterController(TicketToken token) {}
