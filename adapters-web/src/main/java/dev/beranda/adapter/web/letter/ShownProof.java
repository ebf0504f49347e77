package dev.beranda.adapter.web.letter;

import dev.beranda.adapter.web.input.Field;
import dev.beranda.adapter.web.input.Fields;
import dev.beranda.adapter.web.problem.Refusal;
import dev.beranda.domain.letter.Proof;
import dev.beranda.domain.letter.TicketCode;
import dev.beranda.domain.letter.TicketToken;
import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Parsed;
import io.micronaut.http.HttpStatus;

/// Reads out of a request what somebody shows for having read a letter: `token` out of the link, or `email` and `code`.
public final class ShownProof {

    public static final String TOKEN = "token";
    public static final String EMAIL = "email";
    public static final String CODE = "code";

    private final Field<TicketToken> token;
    private final Field<EmailAddress> email;
    private final Field<TicketCode> code;

    private ShownProof(Field<TicketToken> token, Field<EmailAddress> email, Field<TicketCode> code) {
        this.token = token;
        this.email = email;
        this.code = code;
    }

    public static ShownProof in(Fields fields) {
        boolean isCode = !fields.has(TOKEN) && (fields.has(EMAIL) || fields.has(CODE));
        return isCode
                ? new ShownProof(
                        fields.optional(TOKEN, ShownProof::token),
                        fields.required(EMAIL, EmailAddress::parse),
                        fields.required(CODE, TicketCode::parse))
                : new ShownProof(
                        fields.required(TOKEN, ShownProof::token),
                        fields.optional(EMAIL, EmailAddress::parse),
                        fields.optional(CODE, TicketCode::parse));
    }

    /// Out of the link alone, where the letter brings news and so has no code.
    public static Field<TicketToken> linkIn(Fields fields) {
        return fields.allowing(TOKEN).required(TOKEN, ShownProof::token);
    }

    /// To be asked for once the fields were found to be without flaw.
    public Proof proof() {
        return token.isPresent() ? new Proof.Link(token.value()) : new Proof.Digits(email.value(), code.value());
    }

    /// A ticket that is used, void, too old, for something else, or none of ours: which of them is not told.
    public static Refusal notGood() {
        return Refusal.of(HttpStatus.BAD_REQUEST, "ticket_not_valid");
    }

    private static Parsed<TicketToken> token(String raw) {
        return Parsed.of(new TicketToken(raw));
    }
}
