package dev.beranda.application.session;

import dev.beranda.domain.session.Device;
import dev.beranda.domain.session.SessionId;
import java.time.Instant;

/// One line of the list of devices.
public record SessionView(SessionId id, Device device, Instant openedAt, Instant refreshedAt, Instant expiresAt) {}
