package dev.beranda.domain.comment;

/// What this house does with comments before they are shown.
public enum Moderation {
    /// Shows them at once, unless they look like spam.
    OPEN,
    /// Looks at the first ones of everybody.
    HELD_FIRST,
    /// Looks at all of them.
    HELD_ALL,
    /// Takes none.
    OFF;

    public boolean takesComments() {
        return this != OFF;
    }

    /// Where a new comment begins. What hosts say is shown whatever the rule, and whatever it looks like.
    public Standing receive(Trust trust, Suspicion suspicion) {
        if (trust == Trust.HOST) {
            return new Standing.Published();
        }
        return switch (suspicion) {
            case SPAM -> new Standing.Spam();
            case DOUBTFUL -> new Standing.Held(Concern.SUSPICION);
            case NONE -> receive(trust);
        };
    }

    private Standing receive(Trust trust) {
        return switch (this) {
            case OPEN -> new Standing.Published();
            case HELD_FIRST -> trust == Trust.STRANGER ? new Standing.Held(Concern.NEWCOMER) : new Standing.Published();
            case HELD_ALL, OFF -> new Standing.Held(Concern.HOUSE_RULE);
        };
    }
}
