package dev.beranda.domain.media;

import java.util.List;

/// Makes our own pictures out of what somebody sent. Slow and hungry, so it is bounded: it throws
/// [dev.beranda.domain.shared.Overloaded] when too much waits already.
public interface PrintRoom {

    /// Looks at what it is, whatever it was called.
    Development develop(byte[] sent);

    sealed interface Development {

        /// @param was what had been sent
        /// @param width upright, as it was sent
        /// @param sheets the widest last; at least one
        record Developed(Format was, int width, int height, List<Sheet> sheets) implements Development {

            public Developed {
                sheets = List.copyOf(sheets);
            }
        }

        /// Of no kind that is developed here.
        record NoPicture() implements Development {}

        /// So large that nobody needs it as it is.
        record TooLarge() implements Development {}

        /// It says it is a picture, but cannot be read.
        record Broken() implements Development {}
    }
}
