package dev.beranda.domain.session;

import dev.beranda.domain.shared.ClientAddress;
import java.text.Normalizer;

/// What somebody came in with. Told by the client, so only ever shown to the person it belongs to.
///
/// @param name what the person or the app calls it; may be empty
/// @param userAgent may be empty
public record Device(String name, String userAgent, ClientAddress address) {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_USER_AGENT = 400;

    public Device {
        name = tidy(name, LONGEST_NAME);
        userAgent = tidy(userAgent, LONGEST_USER_AGENT);
    }

    /// What people would call it: as its owner named it, else as it describes itself; empty when it does neither.
    public String label() {
        return name.isEmpty() ? kind() : name;
    }

    /// What it is by its own account, in words of ours: `Firefox (Linux)`. Empty when it says nothing we know.
    public String kind() {
        return UserAgents.kind(userAgent);
    }

    public Device seenAt(ClientAddress newAddress) {
        return new Device(name, userAgent, newAddress);
    }

    private static String tidy(String raw, int longest) {
        String start = raw.length() > longest ? raw.substring(0, longest) : raw;
        String visible = start.codePoints()
                .filter(Device::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    private static boolean isVisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
