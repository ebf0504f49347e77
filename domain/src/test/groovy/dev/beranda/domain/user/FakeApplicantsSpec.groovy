package dev.beranda.domain.user

class FakeApplicantsSpec extends ApplicantsContract {

    Applicants applicants = new FakeApplicants()
}
