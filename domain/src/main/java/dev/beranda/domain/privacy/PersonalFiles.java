package dev.beranda.domain.privacy;

import dev.beranda.domain.user.UserId;
import java.util.List;

/// What people brought that lies beside the [PersonalRecords], in files.
public interface PersonalFiles {

    /// The newest first, and not more than all together have so many bytes. None is opened yet: where they lie may
    /// be far away.
    List<Piece.Enclosure> of(UserId person, long mostBytes);
}
