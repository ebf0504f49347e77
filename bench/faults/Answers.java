import java.util.Map;

/// What is wrong with answers under a fault.
final class Answers {

    private Answers() {}

    /// Answers that are neither good nor a polite "not now". Silence is judged elsewhere.
    static Map<String, Long> unasked(Samples samples) {
        return samples.where(sample -> sample.reply() instanceof Reply.Answer answer
                        && !sample.reply().isGood()
                        && !answer.asksToComeAgain())
                .causes();
    }

    static Map<String, Long> silence(Samples samples) {
        return samples.where(sample -> sample.reply() instanceof Reply.Silence).causes();
    }

    static long tellingOfInsides(Samples samples) {
        return samples.where(sample -> sample.reply() instanceof Reply.Answer answer && answer.tellsOfInsides())
                .size();
    }
}
