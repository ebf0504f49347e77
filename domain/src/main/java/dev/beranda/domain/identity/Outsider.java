package dev.beranda.domain.identity;

import dev.beranda.domain.shared.EmailAddress;

/// Somebody as a provider describes them. Only the subject says who it is; the rest is hearsay.
///
/// @param handle what they are called there in addresses; may be empty
/// @param name what they are called there; may be empty
/// @param label by which they tell this account there from another of theirs; may be empty
public record Outsider(Provider provider, Subject subject, Reach reach, String handle, String name, String label) {

    private static final int LONGEST_LABEL = 254;

    public Outsider {
        label = label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL) : label;
    }

    /// What the provider says about where their mail goes.
    public sealed interface Reach {

        /// They showed the provider that they read the mail of this address.
        record Verified(EmailAddress address) implements Reach {}

        /// They told the provider, or the provider does not say whether they showed it.
        record Claimed(EmailAddress address) implements Reach {}

        record Unknown() implements Reach {}
    }
}
