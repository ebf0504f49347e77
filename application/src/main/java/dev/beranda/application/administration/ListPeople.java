package dev.beranda.application.administration;

import dev.beranda.application.shared.Page;
import dev.beranda.application.shared.PageRequest;

/// Show an administrator who has an account.
public final class ListPeople {

    public record Query(PeopleReader.Which which, PersonOrder order, PageRequest page) {}

    private final PeopleReader people;

    public ListPeople(PeopleReader people) {
        this.people = people;
    }

    public Page<PersonView> list(Query query) {
        return people.list(query.which(), query.order(), query.page());
    }
}
