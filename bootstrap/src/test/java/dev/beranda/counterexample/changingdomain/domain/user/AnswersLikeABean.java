package dev.beranda.counterexample.changingdomain.domain.user;

public record AnswersLikeABean(String name) {

    public String getName() {
        return name;
    }
}
