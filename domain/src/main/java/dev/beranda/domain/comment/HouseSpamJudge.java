package dev.beranda.domain.comment;

import java.time.Duration;

/// Goes by what can be counted: links, haste, and the same text over and over. Strangers get less of each.
public final class HouseSpamJudge implements SpamJudge {

    static final Duration LATELY = Duration.ofMinutes(10);
    static final Duration RECENTLY = Duration.ofDays(1);

    private static final String LINK = "<a ";

    private final Precedents precedents;

    public HouseSpamJudge(Precedents precedents) {
        this.precedents = precedents;
    }

    @Override
    public Suspicion judge(Submission submission) {
        boolean isKnown = submission.trust() != Trust.STRANGER;
        var found = precedents.of(
                submission.author(),
                Gist.of(submission.typeset().prose()),
                submission.comment(),
                submission.at().minus(LATELY),
                submission.at().minus(RECENTLY));
        return links(submission.typeset().html().value(), isKnown)
                .or(haste(found.own(), isKnown))
                .or(repetition(found, isKnown));
    }

    private static Suspicion links(String html, boolean isKnown) {
        int links = html.split(LINK, -1).length - 1;
        return isKnown ? judge(links, 6, 30) : judge(links, 3, 10);
    }

    private static Suspicion haste(int own, boolean isKnown) {
        return judge(own, isKnown ? 100 : 20, Integer.MAX_VALUE);
    }

    private static Suspicion repetition(Precedents.Found found, boolean isKnown) {
        Suspicion own = judge(found.ownAlike(), 1, isKnown ? Integer.MAX_VALUE : 3);
        return own.or(judge(found.others(), 1, isKnown ? Integer.MAX_VALUE : 3));
    }

    private static Suspicion judge(int count, int doubtful, int spam) {
        if (count >= spam) {
            return Suspicion.SPAM;
        }
        return count >= doubtful ? Suspicion.DOUBTFUL : Suspicion.NONE;
    }
}
