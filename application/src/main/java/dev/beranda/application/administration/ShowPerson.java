package dev.beranda.application.administration;

import dev.beranda.domain.user.UserId;
import java.util.Optional;

/// Show an administrator somebody's account.
public final class ShowPerson {

    public record Query(UserId user) {}

    private final PeopleReader people;

    public ShowPerson(PeopleReader people) {
        this.people = people;
    }

    public Optional<PersonView> show(Query query) {
        return people.find(query.user());
    }
}
