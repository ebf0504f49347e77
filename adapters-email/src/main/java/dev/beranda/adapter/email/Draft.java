package dev.beranda.adapter.email;

import dev.beranda.domain.letter.TicketCode;
import dev.beranda.domain.shared.Language;
import java.util.List;

/// A letter that has its words, but no form yet.
///
/// @param preview what a list of letters shows beside the subject
/// @param footer says who writes, and precedes the address of the site
record Draft(
        Language language,
        String subject,
        String preview,
        String greeting,
        List<Part> parts,
        String footer,
        Link home) {

    Draft {
        parts = List.copyOf(parts);
    }

    sealed interface Part {

        record Sentence(String text) implements Part {}

        /// @param otherwise precedes the link for those whose button does nothing
        record Button(String label, Link link, String otherwise) implements Part {}

        record Code(String introduction, TicketCode code) implements Part {

            /// Six digits in two halves, as people read them to themselves.
            String halves() {
                String digits = code.reveal();
                int middle = digits.length() / 2;
                return digits.substring(0, middle) + " " + digits.substring(middle);
            }
        }
    }
}
