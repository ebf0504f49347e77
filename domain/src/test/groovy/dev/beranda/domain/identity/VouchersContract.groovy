package dev.beranda.domain.identity

import dev.beranda.domain.fixture.People
import dev.beranda.domain.fixture.Race
import dev.beranda.domain.identity.Voucher.Bonds
import dev.beranda.domain.user.Users
import spock.lang.Specification

abstract class VouchersContract extends Specification {

    abstract Vouchers getVouchers()

    abstract Users getUsers()

    def ayu = People.somebody()
    def voucher = Voucher.of(
            new VoucherId(UUID.randomUUID()), ayu.id(), new Provider('sunrise'), new Bonds('browser', 'challenge'), People.NOW)

    def setup() {
        users.add(ayu)
    }

    def "a voucher is taken once, as it was added"() {
        given:
        vouchers.add(voucher)

        expect:
        vouchers.take(voucher.id()) == Optional.of(voucher)
        vouchers.take(voucher.id()).empty
    }

    def "who was not announced is not there"() {
        expect:
        vouchers.take(voucher.id()).empty
    }

    def "of many who take it at once, one gets it"() {
        given:
        vouchers.add(voucher)

        expect:
        Race.of(20) { vouchers.take(voucher.id()) }.count { it.present } == 1
    }
}
