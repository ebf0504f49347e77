package dev.beranda.domain.exchange

import dev.beranda.domain.shared.FakeTransactions
import dev.beranda.domain.shared.Transactions

class FakeProvenancesSpec extends ProvenancesContract {

    FakeProvenances provenances = new FakeProvenances()
    Transactions transactions = new FakeTransactions(provenances)
}
