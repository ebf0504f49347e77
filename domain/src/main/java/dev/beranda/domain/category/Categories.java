package dev.beranda.domain.category;

import dev.beranda.domain.shared.Slug;
import java.util.Optional;

public interface Categories {

    /// @param address its own, or one it had before
    Optional<CategoryId> called(Slug address);

    /// All of them, and until the transaction ends nobody else adds, moves or removes any: what one decides on stays as
    /// it is.
    CategoryTree hold();

    /// @return false if another one has its address, or had it once, and nothing was done
    boolean add(Category category);

    /// @return nothing if another one has its address, or had it once, and nothing was done
    Optional<Category> save(Category category);

    /// The posts on it are on no shelf any more, and are others by that: whoever is writing on one is told. Of very
    /// many, some become so a moment later; until then none is read with it.
    void remove(CategoryId category);
}
