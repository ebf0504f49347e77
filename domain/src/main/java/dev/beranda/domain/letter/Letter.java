package dev.beranda.domain.letter;

import dev.beranda.domain.shared.EmailAddress;
import dev.beranda.domain.shared.Language;
import dev.beranda.domain.user.UserId;
import java.util.UUID;

/// One letter to one person.
///
/// @param id of the event that gave rise to it: the same event, the same letter
/// @param reader whose account it is about, whatever their address
/// @param name what the person is called
public record Letter(UUID id, UserId reader, EmailAddress to, String name, Language language, Content content) {}
