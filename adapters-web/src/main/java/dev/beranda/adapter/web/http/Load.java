package dev.beranda.adapter.web.http;

/// How much somebody brings, by where they bring it.
public enum Load {
    WORDS,
    /// Of a person.
    PICTURE,
    /// To write with.
    UPLOAD,
    /// A whole house.
    REMOVAL
}
