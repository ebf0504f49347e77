package dev.beranda.bootstrap.architecture

/// A small house in `dev.beranda.counterexample` that shows what a rule is against. Beside the offenders live others
/// who do nearly the same and may: a rule that told on them would be too wide.
final class CounterExample {

    static final List<CounterExample> ALL = [
        new CounterExample('strayroom', ['0 every class has a room'], ['Attic']),
        new CounterExample('worldlydomain', ['1 the domain is pure'], [
            'WritesAFile',
            'CallsAServer',
            'WaitsInAThread',
            'KnowsALibrary',
            'KnowsTheHands',
        ]),
        new CounterExample('worldlyapplication', ['2 the application is pure'], ['ReadAFile', 'CallAnAdapter']),
        new CounterExample('friendlyadapters', ['3 adapters are strangers'], ['AsksTheDatabase']),
        new CounterExample('boundpostgres', ['3 the bundled PostgreSQL stands apart'], ['KnowsTheDomain', 'StartsItsOwn']),
        new CounterExample('knownbootstrap', ['4 nobody knows bootstrap'], ['KnowsTheWiring']),
        new CounterExample('unknownword', ['5 words are on the map'], ['Forecast', 'TellForecast', 'Wordless']),
        new CounterExample('crossedmap', ['5 words keep to the map'], ['KnowsSessions', 'KnowsCredentials', 'LeaveAndEndSessions']),
        new CounterExample('circle', ['6 no circles'], ['Apology', 'Excuse']),
        new CounterExample('nosyneighbours', ['7 words meet at ids and events'], ['HoldsAPerson', 'ListsNames']),
        new CounterExample('portsatthedoor', ['8 doors see no driven ports'], ['AsksEverybody', 'AsksAReader', 'AsksBehindABack']),
        new CounterExample('forgedaggregates', ['9 aggregates are made at home'], ['MakeUpAUser', 'PointsAtTheConstructor']),
        new CounterExample('forgedhtml', ['9 safe HTML is made where it is made safe'], ['PraiseAPost', 'BelievesTheSender']),
        new CounterExample('busyusecases', ['10 use cases do one thing'], ['OpenToMore', 'RememberThings', 'GreetAndLeave', 'DoNothing']),
        new CounterExample('changingdomain', ['11 the domain does not change'], ['ChangesItsMind', 'AnswersLikeABean', 'ListensLikeABean']),
        new CounterExample('opendomain', ['11 the domain is closed'], ['OpenToAnybody', 'HalfATruth']),
        new CounterExample('impatience', ['12 time and chance come from outside'], [
            'AsksTheHour',
            'MakesUpAnId',
            'ThrowsADie',
            'CountMillis',
            'PointAtAStopwatch',
            'BringAClock',
            'DrawALot',
        ]),
        new CounterExample('securedice', ['12 time and chance come from outside', '2 the application is pure'], ['DrawASecret']),
        new CounterExample('wornclock', ['12 the domain has no clock'], ['WearsAClock']),
        new CounterExample('straysql', ['13 SQL stays in persistence'], ['WritesSql', 'TakesAPage']),
        new CounterExample('straytransactions', ['13 transactions are one port'], ['CommitsByItself', 'OpensATransaction']),
        new CounterExample('annotatedtransactions', ['13 no transactions by annotation'], ['SaysItByAnnotation']),
        new CounterExample('jooqtransactions', ['13 jOOQ begins no transactions'], [
            'WrapsItsWork',
            'BeginsByStatement',
            'PointsAtTheWrapping',
        ]),
        new CounterExample('ownconnections', ['13 connections are the exception'], ['BorrowsAConnection']),
        new CounterExample('plainsql', ['13 no SQL as text'], [
            'FetchesText',
            'FiltersByText',
            'SortsByText',
            'PointsAtText',
            'ParsesText',
        ]),
        new CounterExample('gluedsql', ['13 no SQL out of pieces'], ['GluesWithPlus', 'GluesWithAFormat', 'GluesWithABuilder']),
        new CounterExample('lostpasswords', ['14 passwords stay with credentials'], ['SeesAPassword', 'SeesOneToo', 'GuardsTheDoor']),
        new CounterExample('losttokens', ['14 tokens stay with sessions'], ['SeesAToken']),
        new CounterExample('losttickets', ['14 tickets stay with letters'], ['SeesATicket']),
        new CounterExample('lostfactors', ['14 factors stay with factors'], ['SeesACode']),
        new CounterExample('backdoor', ['14 everybody comes in by one door'], ['ComeInByTheWindow']),
        new CounterExample('lostcodes', ['14 what is carried to providers stays with identities'], ['SeesACode']),
        new CounterExample('unlistedsecrets', ['14 secrets are known by name'], ['Seed']),
        new CounterExample('talkingsecrets', ['14 secrets have no text form'], ['AccessToken', 'Password', 'SealedKey']),
        new CounterExample('shownadapters', ['15 adapters keep to themselves'], ['ShownToNobody', 'OpenToAnybody']),
        new CounterExample('vaguenames', ['15 names say something'], [
            'UserHelper',
            'UserImpl',
            'UserManager',
            'UserMapper',
            'UserPort',
            'UserRepository',
            'UserService',
            'UserUseCase',
            'UserUtil',
            'UserUtils',
        ]),
        new CounterExample('injectedneeds', ['15 needs are told in the constructor'], [
            'NeedsAField',
            'NeedsASetting',
            'NeedsAProperty',
            'NeedsACall',
        ]),
        new CounterExample('namelessfailures', ['15 failures have names'], ['DeclaresAnything', 'ClosesAnyHow', 'ThrowsAnything']),
        new CounterExample('shouting', ['15 nobody shouts'], ['PrintsALine', 'PrintsATrace', 'PrintsAnError']),
        new CounterExample('waitingloop', ['16 the event loop waits for nobody'], ['HoldsUpTheLoop']),
        new CounterExample('oldlogs', ['15 one way of logging'], ['LogsTheOldWay']),
    ]

    final String name
    final List<String> broken
    final List<String> offenders
    @Lazy
    House house = House.counterExample(name)

    private CounterExample(String name, List<String> broken, List<String> offenders) {
        this.name = name
        this.broken = broken
        this.offenders = offenders
    }

    @Override
    String toString() {
        name
    }
}
