package dev.beranda.application.category;

import java.util.List;

/// Reads categories for show.
public interface CategoryReader {

    /// In no order.
    List<CategoryView> all();
}
