package dev.beranda.application.syndication;

import dev.beranda.domain.media.AltText;
import dev.beranda.domain.media.MediaId;
import dev.beranda.domain.media.Print;

/// A picture in the one form that every program can show.
public record PictureView(MediaId id, Print print, AltText alt) {}
