package dev.beranda.bootstrap.architecture

/// Every rule there is.
final class HouseRules {

    static final List<HouseRule> ALL =
        HexagonRules.ALL + WordRules.ALL + DomainRules.ALL + DataRules.ALL + SecretRules.ALL + MannerRules.ALL

    private HouseRules() {}

    static HouseRule named(String name) {
        ALL.find { it.name == name }
    }
}
