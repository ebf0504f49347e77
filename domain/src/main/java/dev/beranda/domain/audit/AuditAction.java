package dev.beranda.domain.audit;

/// What can be done that is written down.
public enum AuditAction {
    FIRST_ADMINISTRATOR_APPOINTED("user.first_administrator_appointed"),
    ROLE_ASSIGNED("user.role_assigned"),
    USER_DISABLED("user.disabled"),
    USER_ENABLED("user.enabled"),
    PASSWORD_RESET_ORDERED("user.password_reset_ordered"),
    SESSIONS_ENDED("user.sessions_ended"),
    ERASURE_ORDERED("user.erasure_ordered"),
    ERASURE_CALLED_OFF("user.erasure_called_off"),
    USER_IMPORTED("user.imported"),
    SECOND_FACTOR_REMOVED("user.second_factor_removed"),
    COMMENT_APPROVED("comment.approved"),
    COMMENT_REJECTED("comment.rejected"),
    COMMENT_MARKED_AS_SPAM("comment.marked_as_spam"),
    COMMENT_DELETED("comment.deleted"),
    POST_DELETED("post.deleted"),
    CONTENT_IMPORT_BEGUN("content.import_begun"),
    CONTENT_IMPORTED("content.imported"),
    CONTENT_EXPORTED("content.exported");

    private final String word;

    AuditAction(String word) {
        this.word = word;
    }

    /// The spelling in the log and on the wire: it never changes and is never used for something else.
    public String word() {
        return word;
    }
}
