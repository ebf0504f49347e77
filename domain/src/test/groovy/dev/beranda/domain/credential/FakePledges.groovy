package dev.beranda.domain.credential

import dev.beranda.domain.shared.Restorable
import dev.beranda.domain.user.Applicants
import dev.beranda.domain.user.UserId

class FakePledges implements Pledges, Restorable {

    private final Applicants applicants
    private Map<UserId, PasswordHash> hashes = [:]

    FakePledges(Applicants applicants) {
        this.applicants = applicants
    }

    @Override
    synchronized void keep(UserId applicant, PasswordHash hash) {
        assert applicants.find(applicant).present
        hashes += [(applicant): hash]
    }

    @Override
    synchronized Optional<PasswordHash> find(UserId applicant) {
        applicants.find(applicant).map { hashes[applicant] }
    }

    @Override
    synchronized Runnable presentState() {
        def present = hashes
        return { hashes = present }
    }
}
