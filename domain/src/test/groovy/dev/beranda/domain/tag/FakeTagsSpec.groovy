package dev.beranda.domain.tag

class FakeTagsSpec extends TagsContract {

    Tags tags = new FakeTags()
}
