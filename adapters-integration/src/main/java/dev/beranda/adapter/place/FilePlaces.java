package dev.beranda.adapter.place;

import com.maxmind.db.Reader;
import dev.beranda.domain.shared.ClientAddress;
import dev.beranda.domain.shared.Place;
import dev.beranda.domain.shared.Places;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Places from a file in the MaxMind DB format, with countries or with cities: GeoLite2, DB-IP, or what else is
/// published in it. The file is mapped, not read into memory.
public final class FilePlaces implements Places, Closeable {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private final Reader reader;

    private FilePlaces(Reader reader) {
        this.reader = reader;
    }

    /// @throws IOException if there is no such file, or it is of another kind
    public static FilePlaces in(Path file) throws IOException {
        return new FilePlaces(new Reader(file.toFile()));
    }

    @Override
    public Optional<Place> of(ClientAddress address) {
        try {
            Map<?, ?> known = reader.get(InetAddress.ofLiteral(address.value()), Map.class);
            return known == null ? Optional.empty() : place(known);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /// Files of cities nest what they know; some files of countries have nothing but a code.
    private static Optional<Place> place(Map<?, ?> known) {
        String nested = text(known, "country", "iso_code");
        String country = nested == null ? text(known, "country_code") : nested;
        if (country == null || !COUNTRY.matcher(country).matches()) {
            return Optional.empty();
        }
        String city = text(known, "city", "names", "en");
        return Optional.of(new Place(country, city == null ? "" : city));
    }

    private static @Nullable String text(Map<?, ?> from, String... path) {
        Object here = from;
        for (String step : path) {
            here = here instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return here instanceof String text ? text : null;
    }
}
