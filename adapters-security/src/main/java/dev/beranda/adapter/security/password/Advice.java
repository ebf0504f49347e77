package dev.beranda.adapter.security.password;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What zxcvbn would say, in words of our own that stay the same when its sentences change.
final class Advice {

    private static final String COMMON = "advice_common_password";
    private static final String PERSONAL = "advice_personal_word";

    private static final String DICTIONARY_OF_PERSONAL_WORDS = "user_inputs";

    static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(Feedback.DICTIONARY_WARNING_PASSWORDS_TOP10, COMMON),
            Map.entry(Feedback.DICTIONARY_WARNING_PASSWORDS_TOP100, COMMON),
            Map.entry(Feedback.DICTIONARY_WARNING_PASSWORDS_VERY_COMMON, COMMON),
            Map.entry(Feedback.DICTIONARY_WARNING_PASSWORDS_SIMILAR, "advice_similar_to_common"),
            Map.entry(Feedback.DICTIONARY_WARNING_ENGLISH_WIKIPEDIA_ITSELF, "advice_single_word"),
            Map.entry(Feedback.DICTIONARY_WARNING_ETC_NAMES_THEMSELVES, "advice_names"),
            Map.entry(Feedback.DICTIONARY_WARNING_ETC_NAMES_COMMON, "advice_names"),
            Map.entry(Feedback.SPATIAL_WARNING_STRAIGHT_ROWS_OF_KEYS, "advice_keyboard_pattern"),
            Map.entry(Feedback.SPATIAL_WARNING_SHORT_KEYBOARD_PATTERNS, "advice_keyboard_pattern"),
            Map.entry(Feedback.SPATIAL_SUGGESTIONS_USE_LONGER_KEYBOARD_PATTERN, "advice_keyboard_pattern"),
            Map.entry(Feedback.REPEAT_WARNING_LIKE_AAA, "advice_repeats"),
            Map.entry(Feedback.REPEAT_WARNING_LIKE_ABCABCABC, "advice_repeats"),
            Map.entry(Feedback.REPEAT_SUGGESTIONS_AVOID_REPEATED_WORDS, "advice_repeats"),
            Map.entry(Feedback.SEQUENCE_WARNING_LIKE_ABCOR6543, "advice_sequences"),
            Map.entry(Feedback.SEQUENCE_SUGGESTIONS_AVOID_SEQUENCES, "advice_sequences"),
            Map.entry(Feedback.REGEX_WARNING_RECENT_YEARS, "advice_recent_years"),
            Map.entry(Feedback.REGEX_SUGGESTIONS_AVOID_RECENT_YEARS, "advice_recent_years"),
            Map.entry(Feedback.DATE_WARNING_DATES, "advice_dates"),
            Map.entry(Feedback.DATE_SUGGESTIONS_AVOID_DATES, "advice_dates"),
            Map.entry(Feedback.DICTIONARY_SUGGESTIONS_CAPITALIZATION, "advice_capitals"),
            Map.entry(Feedback.DICTIONARY_SUGGESTIONS_ALL_UPPERCASE, "advice_capitals"),
            Map.entry(Feedback.DICTIONARY_SUGGESTIONS_REVERSED, "advice_reversed_words"),
            Map.entry(Feedback.DICTIONARY_SUGGESTIONS_L33T, "advice_substitutions"),
            Map.entry(Feedback.EXTRA_SUGGESTIONS_ADD_ANOTHER_WORD, "advice_add_words"),
            Map.entry(Feedback.DEFAULT_SUGGESTIONS_USE_FEW_WORDS, "advice_use_few_words"),
            Map.entry(Feedback.DEFAULT_SUGGESTIONS_NO_NEED_SYMBOLS, "advice_no_need_for_symbols"));

    static final List<String> ALL = Stream.concat(Stream.of(PERSONAL), WORDS.values().stream())
            .distinct()
            .sorted()
            .toList();

    /// Answers each key with itself, so that zxcvbn hands out its keys instead of its sentences.
    private static final ResourceBundle KEYS = new ResourceBundle() {

        @Override
        protected Object handleGetObject(String key) {
            return key;
        }

        @Override
        public Enumeration<String> getKeys() {
            return Collections.emptyEnumeration();
        }
    };

    private Advice() {}

    static List<String> from(Strength strength, boolean common) {
        SequencedSet<String> words = new LinkedHashSet<>();
        if (common) {
            words.add(COMMON);
        }
        if (strength.getSequence().stream()
                .anyMatch(match -> DICTIONARY_OF_PERSONAL_WORDS.equals(match.dictionaryName))) {
            words.add(PERSONAL);
        }
        keys(strength.getFeedback().withResourceBundle(KEYS)).map(WORDS::get).forEach(words::add);
        return List.copyOf(words);
    }

    private static Stream<String> keys(Feedback feedback) {
        List<String> keys = new ArrayList<>(List.of(feedback.getWarning()));
        keys.addAll(feedback.getSuggestions());
        return keys.stream().filter(WORDS::containsKey);
    }
}
