package dev.beranda.bootstrap.wiring;

import dev.beranda.application.category.AddCategory;
import dev.beranda.application.category.CategoryReader;
import dev.beranda.application.category.ChangeCategory;
import dev.beranda.application.category.ListCategories;
import dev.beranda.application.category.RemoveCategory;
import dev.beranda.application.category.ShowCategory;
import dev.beranda.domain.category.Categories;
import dev.beranda.domain.shared.Transactions;
import dev.beranda.domain.shared.Transliteration;
import dev.beranda.domain.shared.UuidSource;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class CategoryWiring {

    @Singleton
    ListCategories listCategories(CategoryReader categories) {
        return new ListCategories(categories);
    }

    @Singleton
    ShowCategory showCategory(Categories categories, ListCategories listCategories) {
        return new ShowCategory(categories, listCategories);
    }

    @Singleton
    AddCategory addCategory(
            Categories categories,
            ListCategories listCategories,
            Transliteration transliteration,
            Transactions transactions,
            UuidSource uuids,
            Clock clock) {
        return new AddCategory(categories, listCategories, transliteration, transactions, uuids, clock);
    }

    @Singleton
    ChangeCategory changeCategory(Categories categories, ListCategories listCategories, Transactions transactions) {
        return new ChangeCategory(categories, listCategories, transactions);
    }

    @Singleton
    RemoveCategory removeCategory(Categories categories, Transactions transactions) {
        return new RemoveCategory(categories, transactions);
    }
}
