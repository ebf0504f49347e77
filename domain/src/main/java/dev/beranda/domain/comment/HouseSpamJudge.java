package dev.beranda.domain.comment;

/// Goes by what a text shows by itself: links. Strangers get fewer.
public final class HouseSpamJudge implements SpamJudge {

    private static final String LINK = "<a ";

    @Override
    public Suspicion judge(Submission submission) {
        int links = submission.typeset().html().value().split(LINK, -1).length - 1;
        return submission.trust() == Trust.STRANGER ? Suspicion.of(links, 3, 10) : Suspicion.of(links, 6, 30);
    }
}
