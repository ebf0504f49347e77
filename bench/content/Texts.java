import dev.beranda.adapter.markup.CommonmarkTypesetter;
import dev.beranda.adapter.markup.JunidecodeTransliteration;
import dev.beranda.domain.shared.Markdown;
import dev.beranda.domain.shared.Typesetting;
import dev.beranda.domain.shared.Typesetting.Typeset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// What people write. It is set by the house's own typesetter, as if it had come in by the front door.
final class Texts {

    private static final CommonmarkTypesetter TYPESETTER = new CommonmarkTypesetter();
    private static final JunidecodeTransliteration LETTERS = new JunidecodeTransliteration();
    private static final String LOREM = "Lorem ipsum dolor sit amet, consectetur adipiscing elit. ";

    /// What is short is said again and again.
    private static final int SHORT = 40;

    private static final int SAYINGS = 3_000;
    private static final Map<String, Typeset> SAID = new ConcurrentHashMap<>();

    private final Plan plan;
    private final Shelves shelves;
    private final List<Words> languages;

    Texts(Plan plan, Shelves shelves, List<Words> languages) {
        this.plan = plan;
        this.shelves = shelves;
        this.languages = languages;
    }

    static String plain(String text) {
        return LETTERS.plainLetters(text);
    }

    static int edition() {
        return TYPESETTER.edition();
    }

    static Typeset article(String markdown) {
        return set(TYPESETTER.article(new Markdown(markdown)));
    }

    static Typeset remark(String markdown) {
        Typeset known = SAID.get(markdown);
        if (known == null) {
            known = set(TYPESETTER.remark(new Markdown(markdown)));
            if (markdown.length() <= SHORT && SAID.size() < 10 * SAYINGS) {
                SAID.put(markdown, known);
            }
        }
        return known;
    }

    private static Typeset set(Typesetting typesetting) {
        if (!(typesetting instanceof Typeset typeset)) {
            throw new IllegalStateException("the typesetter refuses it");
        }
        return typeset;
    }

    String title(Chance chance, boolean english, int index, int tag) {
        if (plan.likePeers()) {
            return "Post number " + index + " about something ordinary";
        }
        var words = languages.get(english ? 0 : 1);
        var topic = shelves.tags.get(tag).topic().get(english ? 0 : 1);
        List<String> title = new ArrayList<>();
        for (int left = chance.between(3, 7); left > 0; left--) {
            title.add(chance.percent(25) ? topic.get(chance.below(topic.size())) : chance.percent(60)
                    ? words.telling(chance) : words.any(chance));
        }
        return title.stream()
                .map(word -> english ? capital(word) : word)
                .collect(Collectors.collectingAndThen(Collectors.joining(" "), Texts::capital));
    }

    /// In pieces, so that an earlier edition can be one with fewer of them.
    List<String> pieces(Chance chance, Sketch post) {
        if (plan.likePeers()) {
            return List.of(LOREM.repeat(18));
        }
        var voice = new Voice(chance, languages.get(post.english() ? 0 : 1), topic(post));
        List<String> pieces = new ArrayList<>();
        int left = Math.clamp((int) chance.around(75, 0.5), 25, 1_500);
        for (int number = 0; left > 0; number++) {
            int length = Math.min(left, chance.between(20, 60));
            pieces.add(number > 0 && chance.percent(30) ? odd(chance, voice, length) : voice.paragraph(length));
            left -= length;
        }
        return pieces;
    }

    private List<String> topic(Sketch post) {
        return post.tags().length == 0
                ? List.of()
                : shelves.tags.get(post.tags()[0]).topic().get(post.english() ? 0 : 1);
    }

    private static String odd(Chance chance, Voice voice, int length) {
        return switch (chance.below(6)) {
            case 0, 1 -> "## " + capital(voice.word()) + " " + voice.word() + "\n\n" + voice.paragraph(length);
            case 2 -> voice.items("- ", length);
            case 3 -> voice.items("1. ", length);
            case 4 -> "> " + voice.paragraph(length);
            default -> "```\n" + voice.word() + "_" + voice.word() + "(" + voice.word() + ");\n```\n\n"
                    + voice.paragraph(length);
        };
    }

    /// Every third says what many say.
    String remark(Chance chance, Sketch post, int number) {
        if (plan.likePeers()) {
            return "A short remark number " + (3 * post.index() + number);
        }
        var words = languages.get(post.english() ? 0 : 1);
        if (chance.percent(35)) {
            return new Voice(plan.chance(post.english() ? "thanks" : "terima kasih", chance.below(SAYINGS)), words, List.of())
                    .paragraph(chance.between(2, 5));
        }
        return new Voice(chance, words, topic(post)).paragraph(chance.between(3, 25));
    }

    static String capital(String word) {
        return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// Somebody who says words in sentences, some of them with stress.
    private record Voice(Chance chance, Words words, List<String> topic) {

        String word() {
            return !topic.isEmpty() && chance.percent(8) ? topic.get(chance.below(topic.size())) : words.any(chance);
        }

        String paragraph(int length) {
            var text = new StringBuilder();
            int ofSentence = 0;
            for (int i = 0; i < length; i++) {
                String word = word();
                text.append(ofSentence == 0 ? capital(word) : dressed(word));
                boolean ends = i == length - 1 || ofSentence > 5 && chance.percent(14);
                ofSentence = ends ? 0 : ofSentence + 1;
                text.append(ends ? "." : chance.percent(6) ? "," : "").append(i == length - 1 ? "" : " ");
            }
            return text.toString();
        }

        String items(String mark, int length) {
            var text = new StringBuilder();
            for (int left = length; left > 0; left -= 8) {
                text.append(mark).append(capital(paragraph(Math.min(8, left)))).append('\n');
            }
            return text.toString();
        }

        private String dressed(String word) {
            return switch (chance.below(120)) {
                case 0 -> "**" + word + "**";
                case 1 -> "*" + word + "*";
                case 2 -> "[" + word + "](https://example.org/" + plain(word) + ")";
                default -> word;
            };
        }
    }
}
