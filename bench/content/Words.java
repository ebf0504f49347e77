import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A language: how often which word is said. The first ones are real; behind them come rarer ones made of syllables, with
/// the endings the language has, so that stems have to be found. The n-th is said about 1/n as often as the first (Zipf).
final class Words {

    private static final int MANY = 20_000;
    private static final int COMMON = 60;
    private static final int KNOWN = 360;
    private static final int TABLE = 1 << 20;

    private final String[] words;
    private final int[] byChance = new int[TABLE];

    private Words(Set<String> real, String[] onsets, String[] cores, String[] ends, String[] affixes, long seed) {
        Set<String> all = new LinkedHashSet<>(real);
        var chance = new Chance(seed);
        while (all.size() < MANY) {
            var stem = new StringBuilder();
            for (int syllables = chance.between(1, 3); syllables > 0; syllables--) {
                stem.append(chance.one(onsets)).append(chance.one(cores));
            }
            stem.append(chance.one(ends));
            String affix = chance.one(affixes);
            all.add(affix.endsWith("-") ? affix.substring(0, affix.length() - 1) + stem : stem + affix);
        }
        words = all.toArray(String[]::new);
        spread();
    }

    private void spread() {
        double total = 0;
        for (int rank = 0; rank < words.length; rank++) {
            total += weight(rank);
        }
        double reached = 0;
        int at = 0;
        for (int rank = 0; rank < words.length; rank++) {
            reached += weight(rank);
            for (int end = (int) (reached / total * TABLE); at < end; at++) {
                byChance[at] = rank;
            }
        }
        Arrays.fill(byChance, at, TABLE, words.length - 1);
    }

    private static double weight(int rank) {
        return 1 / (rank + 2.7);
    }

    String any(Chance chance) {
        return words[byChance[chance.below(TABLE)]];
    }

    /// One that says something by itself.
    String telling(Chance chance) {
        int rank = byChance[chance.below(TABLE)];
        return rank < COMMON ? words[COMMON + chance.below(KNOWN)] : words[rank];
    }

    /// @param rank from 0, by how often it is said
    String at(int rank) {
        return words[rank];
    }

    /// What a circle of people talks about.
    List<String> topic(Chance chance) {
        List<String> topic = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            topic.add(words[COMMON + chance.below(5_000)]);
        }
        return topic;
    }

    static Words english() {
        return new Words(
                words(ENGLISH),
                "b c d f g h l m n p r s t v w br cl cr dr fl gr pl pr sh sl st str th tr".split(" "),
                "a e i o u ea ai ou ee".split(" "),
                "l m n r s t nd st ck rt nt sh ld".split(" "),
                new String[] {"", "", "", "s", "ed", "ing", "er", "ly", "ness", "ment", "able", "un-", "re-"},
                11);
    }

    static Words indonesian() {
        return new Words(
                words(INDONESIAN),
                "b c d g h j k l m n p r s t w y ng ny".split(" "),
                "a a e i o u".split(" "),
                new String[] {"", "", "n", "ng", "k", "s", "t", "r", "h"},
                new String[] {"", "", "", "an", "kan", "nya", "i", "me-", "ber-", "di-", "ter-", "pe-", "se-"},
                12);
    }

    private static Set<String> words(String text) {
        return new LinkedHashSet<>(Arrays.asList(text.strip().split("\\s+")));
    }

    private static final String ENGLISH =
            """
            the of and a to in is it that was for on are as with his they at be this have from or had by not but what all
            were we when your can said there use an each which she do how their if will up other about out many then them
            these so some her would make like him into time has look two more write go see number no way could people my
            than first water been call who oil its now find long down day did get come made may part over new sound take
            only little work know place year live me back give most very after thing our just name good sentence man think
            say great where help through much before line right too mean old any same tell boy follow came want show also
            around form three small set put end does another well large must big even such because turn here why ask went
            men read need land different home us move try kind hand picture again change off play spell air away animal
            house point page letter mother answer found study still learn should world high every near add food between own
            below country plant last school father keep tree never start city earth eye light thought head under story saw
            left few while along might close something seem next hard open example begin life always those both paper
            together got group often run important until children side feet car mile night walk white sea began grow took
            river four carry state once book hear stop without second later miss idea enough eat face watch far really
            almost let above girl sometimes mountain cut young talk soon list song being leave family body music color
            stand sun question fish area mark dog horse bird problem complete room knew since ever piece told usually
            friend easy heard order red door sure become top ship across today during short better best however low hours
            black product happened whole measure remember early wave reach listen wind rock space covered fast several
            hold himself toward five step morning passed vowel true hundred against pattern numeral table north slow money
            map farm pulled draw voice power town fine certain fly unit lead cry dark machine note wait plan figure star box
            noun field rest correct able pound done beauty drive stood contain front teach week final gave green quick
            develop sleep warm free minute strong special mind behind clear tail produce fact street inch lot nothing course
            stay wheel full force blue object decide surface deep moon island foot yet busy test record boat common gold
            possible plane age dry wonder laugh thousand ago ran check game shape yes hot brought heat snow bed bring sit
            perhaps fill east weight language among café naïve résumé coffee market recipe garden server software travel
            kitchen harbour festival museum bicycle ferry temple library photograph weather window
            """;

    private static final String INDONESIAN =
            """
            yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada mereka lebih
            kata tahun sudah atau saat oleh menjadi orang ia telah adalah seperti sebagai bahwa dapat para harus namun kita
            dua satu masih hari hanya mengatakan kepada kami setelah melakukan lalu belum lain dia kalau terjadi banyak
            menurut anda hingga tak baru beberapa ketika saja jalan sekitar secara dilakukan sementara tapi sangat hal
            sehingga seorang bagi besar lagi selama antara waktu sebuah jika sampai jadi terhadap tiga serta pun salah
            merupakan atas sejak membuat baik memiliki kembali selain tetapi pertama kedua memang pernah apa mulai sama
            tentang bukan agar semua sedang kali kemudian hasil sejumlah juta persen sendiri katanya demikian masalah mungkin
            umum setiap bulan bagian bila lainnya terus luar cukup termasuk sebelumnya bahkan wib tempat perlu menggunakan
            memberikan rabu sedangkan kamis langsung apakah pihak melalui diri mencapai minggu aku berada tinggi ingin
            sebelum tengah kini tahu bersama depan selasa begitu merasa berbagai mengenai maka jumlah masuk katakan
            mengalami sering ujar kondisi akibat hubungan empat paling mendapatkan selalu lima meminta melihat sekarang
            mengaku mau kerja acara menyatakan masa proses tanpa selatan sempat adanya hidup datang senin rasa maupun seluruh
            mantan lama jenis segera misalnya mendapat bawah jangan meski terlihat akhirnya jumat punya yakni terakhir
            kecil panjang badan juni jelas jauh tentu semakin tinggal kurang mampu posisi asal sekali sesuai sebesar
            berat dirinya memberi pagi sabtu ternyata mencari sumber ruang menunjukkan biasanya nama sebanyak utara berlangsung
            barat kemungkinan yaitu berdasarkan sebenarnya cara utama pekan terlalu membawa kebutuhan suatu menerima penting
            tanggal bagaimana terutama tingkat awal sedikit nanti pasti muncul dekat lanjut ketiga biasa dulu kesempatan
            ribu akhir membantu terkait sebab menyebabkan khusus bentuk ditemukan diduga mana ya kegiatan sebagian tampil
            hampir bertemu usai berarti keluar pula digunakan justru padahal menyebutkan gedung apalagi program milik teman
            menjalani keputusan sumber upaya mengetahui mempunyai berjalan menjelaskan air rumah kota laut gunung pasar sawah
            kopi nasi goreng sambal dapur kebun hujan panas angin sungai pantai perahu kapal kereta sepeda bandara pelabuhan
            candi masjid gereja sekolah guru murid buku surat cerita lagu tari wayang batik kain warna merah putih hijau biru
            hitam kuning anak ibu ayah kakak adik nenek kakek tetangga desa kampung lapangan pohon bunga daun buah mangga
            pisang kelapa durian ikan ayam sapi kambing burung kucing anjing jendela pintu atap lantai meja kursi lampu
            malam siang sore bulan bintang matahari cuaca musim perjalanan liburan keluarga kesehatan pendidikan kebudayaan
            pertanian perdagangan pemerintah masyarakat lingkungan teknologi perangkat jaringan layanan penulis pembaca
            """;
}
