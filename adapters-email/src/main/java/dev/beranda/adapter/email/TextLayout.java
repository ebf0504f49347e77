package dev.beranda.adapter.email;

import dev.beranda.adapter.email.Draft.Part;
import java.util.stream.Collectors;

/// A letter as plain text: for those who read it so, and for machines that weigh what is mail and what is
/// not.
final class TextLayout {

    String lay(Draft draft) {
        String parts = draft.parts().stream().map(TextLayout::lay).collect(Collectors.joining("\n\n"));
        return """
                %s

                %s

                --\s
                %s
                %s
                """.formatted(
                        draft.greeting(), parts, draft.footer(), draft.home().reveal());
    }

    private static String lay(Part part) {
        return switch (part) {
            case Part.Sentence(String text) -> text;
            case Part.Button button -> button.label() + ":\n" + button.link().reveal();
            case Part.Code code -> code.introduction() + "\n" + code.halves();
        };
    }
}
