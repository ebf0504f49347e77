package dev.beranda.adapter.web.input;

import dev.beranda.domain.shared.Flaw;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form with a file in it. What the file is called where it comes from, and what it is said to be, is of no
/// interest to anybody and was not read.
public final class Upload {

    private final Fields fields;
    private final Map<String, byte[]> files;

    Upload(Map<String, Object> fields, Map<String, byte[]> files) {
        this.fields = new Fields(fields);
        this.files = Map.copyOf(files);
    }

    /// Names every field and every file this form may have.
    public Fields allowing(String file, String... names) {
        fields.allowing(names);
        files.keySet().stream()
                .filter(name -> !name.equals(file))
                .forEach(name -> fields.add(name, List.of(new Flaw("not_text"))));
        return fields;
    }

    /// The bytes of a file; where there is none, or nothing in it, that is noted with the fields.
    public Optional<byte[]> file(String name) {
        var found = Optional.ofNullable(files.get(name)).filter(bytes -> bytes.length > 0);
        if (found.isEmpty()) {
            fields.add(name, List.of(new Flaw(files.containsKey(name) ? "file_empty" : "required")));
        }
        return found;
    }
}
