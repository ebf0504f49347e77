package dev.beranda.domain.user;

import java.util.List;

/// Makes our own pictures out of what somebody sent. Slow and hungry, so it is bounded: it throws
/// [dev.beranda.domain.shared.Overloaded] when too many wait already.
public interface Darkroom {

    /// Looks at what it is, whatever it was called. What comes of it is in all of [Picture#WIDTHS].
    Development develop(byte[] sent);

    sealed interface Development {

        record Developed(List<Picture> widths) implements Development {

            public Developed {
                widths = List.copyOf(widths);
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
