package dev.beranda.domain.credential

import dev.beranda.domain.user.Applicants
import dev.beranda.domain.user.FakeApplicants

class FakePledgesSpec extends PledgesContract {

    Applicants applicants = new FakeApplicants()
    Pledges pledges = new FakePledges(applicants)
}
