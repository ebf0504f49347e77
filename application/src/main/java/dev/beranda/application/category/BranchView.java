package dev.beranda.application.category;

import dev.beranda.domain.category.CategoryId;
import dev.beranda.domain.shared.Slug;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A category with all that stands within it.
///
/// @param parent nothing for one at the top
/// @param posts on it and on what stands within it
public record BranchView(CategoryView category, @Nullable Slug parent, long posts, List<BranchView> children) {

    public BranchView {
        children = List.copyOf(children);
    }

    Optional<BranchView> find(CategoryId id) {
        return category.id().equals(id) ? Optional.of(this) : find(children, id);
    }

    static Optional<BranchView> find(List<BranchView> branches, CategoryId id) {
        return branches.stream().flatMap(branch -> branch.find(id).stream()).findFirst();
    }
}
