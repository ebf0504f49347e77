package dev.beranda.domain.retry

import dev.beranda.domain.user.FakeUsers
import dev.beranda.domain.user.Users

class FakeAnswersSpec extends AnswersContract {

    Answers answers = new FakeAnswers()
    Users users = new FakeUsers()
}
