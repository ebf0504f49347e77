package dev.beranda.domain.category;

import dev.beranda.domain.shared.Slug;
import java.util.Optional;

public interface Categories {

    Optional<CategoryId> called(Slug slug);
}
