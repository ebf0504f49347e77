package dev.beranda.bootstrap

import spock.lang.Shared
import spock.lang.Specification

import java.lang.module.ModuleDescriptor.Version

/// The platform is behind on some security fixes, so single libraries are taken ahead of it. Nothing may pull them
/// back: neither another platform nor a new dependency that brings an older one along.
class DependencyFloorSpec extends Specification {

    private static final String MICRONAUT_CORE = '4.10.26'
    private static final String MICRONAUT_HTTP = '4.10.29'
    private static final String NETTY = '4.2.20.Final'

    @Shared
    Map<String, List<String>> libraries = librariesOf(System.getProperty('java.class.path').split(File.pathSeparator).toList())

    def "#library is there, and at least #floor"() {
        expect:
        libraries[library]

        and:
        libraries[library].findAll { !reaches(it, floor) } == []

        where:
        library                       | floor
        'micronaut-aop'               | MICRONAUT_CORE
        'micronaut-context'           | MICRONAUT_CORE
        'micronaut-core'              | MICRONAUT_CORE
        'micronaut-inject'            | MICRONAUT_CORE
        'micronaut-http'              | MICRONAUT_HTTP
        'micronaut-http-server'       | MICRONAUT_HTTP
        'micronaut-http-server-netty' | MICRONAUT_HTTP
        'micronaut-management'        | MICRONAUT_HTTP
        'micronaut-security'          | '4.18.2'
        'netty-buffer'                | NETTY
        'netty-codec-http'            | NETTY
        'netty-codec-http2'           | NETTY
        'netty-common'                | NETTY
        'netty-handler'               | NETTY
        'netty-transport'             | NETTY
        'postgresql'                  | '42.7.14'
        'jooq'                        | '3.21.7'
        'flyway-core'                 | '11.20.0'
        'angus-mail'                  | '2.0.5'
        'micronaut-security-jwt'      | '4.15.1'
        'nimbus-jose-jwt'             | '10.0'
        'bcprov-jdk18on'              | '1.84'
    }

    def "whatever else there is of Netty is as new"() {
        expect:
        libraries.findAll { name, versions -> name.startsWith('netty-') && versions.any { !reaches(it, NETTY) } } == [:]
    }

    def "#found reaches #floor: #enough"() {
        expect:
        reaches(found, floor) == enough

        where:
        found              | floor          || enough
        '4.10.29'          | '4.10.29'      || true
        '4.10.30'          | '4.10.29'      || true
        '4.10.100'         | '4.10.29'      || true
        '4.11.0'           | '4.10.29'      || true
        '5.0.0'            | '4.10.29'      || true
        '4.10.28'          | '4.10.29'      || false
        '4.10.3'           | '4.10.29'      || false
        '4.9.99'           | '4.10.29'      || false
        '3.99.99'          | '4.10.29'      || false
        '4.10'             | '4.10.29'      || false
        '4.10.29-RC1'      | '4.10.29'      || false
        '4.10.29-SNAPSHOT' | '4.10.29'      || false
        '4.2.20.Final'     | '4.2.20.Final' || true
        '4.2.21.Final'     | '4.2.20.Final' || true
        '4.2.20.Beta1'     | '4.2.20.Final' || false
        '4.2.19.Final'     | '4.2.20.Final' || false
        '4.2.9.Final'      | '4.2.20.Final' || false
        '4.1.135.Final'    | '4.2.20.Final' || false
    }

    def "#file is #name #version"() {
        expect:
        librariesOf(["/lib/$file" as String]) == [(name): [version]]

        where:
        file                                          | name                        | version
        'micronaut-http-4.10.29.jar'                  | 'micronaut-http'            | '4.10.29'
        'micronaut-http-server-4.10.28.jar'           | 'micronaut-http-server'     | '4.10.28'
        'micronaut-http-4.10.29-RC1.jar'              | 'micronaut-http'            | '4.10.29-RC1'
        'netty-codec-http2-4.2.20.Final.jar'          | 'netty-codec-http2'         | '4.2.20.Final'
        'netty-transport-epoll-4.2.7.Final-linux.jar' | 'netty-transport-epoll'     | '4.2.7.Final'
        'bucket4j_jdk17-postgresql-8.14.0.jar'        | 'bucket4j_jdk17-postgresql' | '8.14.0'
        'domain-0.1.0-SNAPSHOT.jar'                   | 'domain'                    | '0.1.0-SNAPSHOT'
    }

    def "an older one beside the right one is not overlooked, and a folder is no library"() {
        expect:
        librariesOf(['/lib/jooq-3.21.7.jar', '/domain/target/classes', '/lib/jooq-3.19.0.jar']) == [jooq: ['3.21.7', '3.19.0']]
    }

    private static boolean reaches(String found, String floor) {
        Version.parse(found) >= Version.parse(floor)
    }

    /// The versions of every library, by its name: what follows the version in the name of a file is no part of it,
    /// unless it says that the version is not finished.
    private static Map<String, List<String>> librariesOf(List<String> classPath) {
        classPath
            .collect { new File(it).name =~ /^(.+?)-(\d[^-]*(?:-(?:SNAPSHOT|RC\d*|M\d+))?)(?:-.+)?\.jar$/ }
            .findAll { it.matches() }
            .groupBy { it.group(1) }
            .collectEntries { name, files -> [(name): files*.group(2)] }
    }
}
