// Sends the ticket behind the # when somebody presses the button, and says what came of it. Opening the page does nothing.
'use strict';

const WORDS = {
  en: {
    'confirm-email': ['Confirm your address', 'Press the button, and we know that this address is yours.', 'Confirm',
      'Thank you, your address is confirmed.'],
    'reset-password': ['Choose a new password', 'Everybody who is logged in to your account will be logged out.',
      'Set the password', 'Your new password is set. You can log in with it now.'],
    'log-in': ['Log in', 'Press the button to come in without a password.', 'Log in', 'You are logged in.'],
    'change-email': ['Use this address', 'Press the button, and your account has this address from now on.'
      + ' Everybody is logged out; log in again with it.',
      'Use this address', 'Your account has this address now.'],
    'undo-email-change': ['Take your address back', 'Your account gets its former address again, and everybody is logged'
      + ' out. Your password will no longer work. We send you a letter with which you choose another.', 'Take it back',
      'Your account has its former address again. Look into your mailbox for the letter with which you choose a new'
      + ' password.'],
    'refuse-stranger': ['It was not you?', 'Everybody who is logged in to your account will be logged out, and your password'
      + ' will no longer work. We send you a letter with which you choose another.', 'It was not me',
      'Everybody is logged out. Look into your mailbox for the letter with which you choose a new password.'],
    'keep-account': ['Keep your account', 'It is going to be erased unless you press the button.', 'Keep my account',
      'Your account is kept. You can log in again.'],
    alone: 'Everybody is logged out.',
    password: 'New password',
    code: 'Code of your app, or a recovery code',
    second: 'Your account asks for a second step.',
    go: 'Log in',
    missing: 'This link is not complete. Please open it once more from the letter.',
    unreachable: 'The server cannot be reached. Please try again in a moment.',
    onward: 'Go on',
  },
  id: {
    'confirm-email': ['Konfirmasi alamat Anda', 'Tekan tombol ini agar kami tahu bahwa alamat ini milik Anda.',
      'Konfirmasi', 'Terima kasih, alamat Anda sudah dikonfirmasi.'],
    'reset-password': ['Pilih kata sandi baru', 'Semua sesi yang masuk ke akun Anda akan dikeluarkan.',
      'Simpan kata sandi', 'Kata sandi baru sudah tersimpan. Sekarang Anda dapat masuk dengannya.'],
    'log-in': ['Masuk', 'Tekan tombol ini untuk masuk tanpa kata sandi.', 'Masuk', 'Anda sudah masuk.'],
    'change-email': ['Gunakan alamat ini', 'Tekan tombol ini, dan mulai sekarang akun Anda memakai alamat ini.'
      + ' Semua sesi dikeluarkan; masuklah lagi dengannya.',
      'Gunakan alamat ini', 'Akun Anda sekarang memakai alamat ini.'],
    'undo-email-change': ['Ambil kembali alamat Anda', 'Akun Anda kembali memakai alamat semula, dan semua sesi'
      + ' dikeluarkan. Kata sandi Anda tidak berlaku lagi. Kami mengirimi Anda surat untuk memilih kata sandi yang baru.',
      'Ambil kembali', 'Akun Anda kembali memakai alamat semula. Periksa kotak surat Anda: di sana ada surat untuk memilih'
      + ' kata sandi baru.'],
    'refuse-stranger': ['Bukan Anda?', 'Semua sesi yang masuk ke akun Anda akan dikeluarkan, dan kata sandi Anda tidak'
      + ' berlaku lagi. Kami mengirimi Anda surat untuk memilih kata sandi yang baru.', 'Itu bukan saya',
      'Semua sesi sudah diakhiri. Periksa kotak surat Anda: di sana ada surat untuk memilih kata sandi baru.'],
    'keep-account': ['Pertahankan akun Anda', 'Akun Anda akan dihapus kecuali Anda menekan tombol ini.',
      'Pertahankan akun saya', 'Akun Anda tetap ada. Anda dapat masuk lagi.'],
    alone: 'Semua sesi sudah diakhiri.',
    password: 'Kata sandi baru',
    code: 'Kode dari aplikasi Anda, atau kode pemulihan',
    second: 'Akun Anda meminta langkah kedua.',
    go: 'Masuk',
    missing: 'Tautan ini tidak lengkap. Silakan buka sekali lagi dari surat.',
    unreachable: 'Server tidak dapat dihubungi. Silakan coba lagi sebentar lagi.',
    onward: 'Lanjutkan',
  },
};

const PLACES = {
  'confirm-email': '/api/auth/email/verify',
  'reset-password': '/api/auth/password/reset',
  'log-in': '/api/auth/magic-link/login',
  'change-email': '/api/auth/email/change',
  'undo-email-change': '/api/auth/email/undo',
  'refuse-stranger': '/api/auth/sessions/refuse',
  'keep-account': '/api/auth/account/keep',
};

// A page has nowhere to keep tokens: whoever logs in here gets them as cookies.
const TRANSPORT = location.pathname.includes('/log-in') ? { 'X-Token-Transport': 'cookie' } : {};

const purpose = location.pathname.split('/').filter(Boolean).pop();
const token = location.hash.slice(1);
const language = (navigator.language || 'en').startsWith('id') ? 'id' : 'en';
const words = WORDS[language];
const [title, explanation, button, done] = words[purpose];
const byId = (id) => document.getElementById(id);
let secondFactor = null;

function say(kind, ...sentences) {
  const place = byId('outcome');
  place.replaceChildren(...sentences.map((sentence) => {
    const line = document.createElement('p');
    line.className = kind;
    line.textContent = sentence;
    return line;
  }));
}

// Whoever came in is in, by cookies that this page cannot read, and goes on to the site that the link belongs to.
function lead() {
  const link = document.createElement('a');
  link.href = '/';
  link.textContent = words.onward;
  byId('outcome').append(link);
}

function askForCode(answer) {
  secondFactor = answer.mfa_token;
  history.replaceState(null, '', location.pathname);
  byId('explanation').textContent = words.second;
  byId('code-label').textContent = words.code;
  byId('code-field').hidden = false;
  byId('code').required = true;
  byId('code').focus();
  byId('button').textContent = words.go;
  say('good');
}

function errand() {
  if (secondFactor) {
    return ['/api/auth/login/mfa', { mfa_token: secondFactor, code: byId('code').value }];
  }
  const body = purpose === 'reset-password' ? { token, password: byId('password').value } : { token };
  return [PLACES[purpose], body];
}

async function send() {
  const [place, body] = errand();
  const response = await fetch(place, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language, ...TRANSPORT },
    body: JSON.stringify(body),
  });
  const answer = response.status === 204 ? {} : await response.json();
  if (response.ok && answer.mfa_required) {
    askForCode(answer);
  } else if (response.ok) {
    byId('form').hidden = true;
    history.replaceState(null, '', location.pathname);
    say('good', answer.password_withdrawn === false ? words.alone : done);
    if (purpose === 'log-in') {
      lead();
    }
  } else {
    const flaws = (answer.errors || []).map((flaw) => flaw.message);
    say('bad', ...(flaws.length ? flaws : [answer.detail]), ...((answer.strength || {}).advice || []));
  }
}

document.documentElement.lang = language;
document.title = `${title} · Beranda`;
byId('title').textContent = title;
if (token) {
  byId('explanation').textContent = explanation;
  byId('button').textContent = button;
  byId('password-label').textContent = words.password;
  byId('password-field').hidden = purpose !== 'reset-password';
  byId('password').required = purpose === 'reset-password';
  byId('form').hidden = false;
} else {
  say('bad', words.missing);
}
byId('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  byId('button').disabled = true;
  try {
    await send();
  } catch {
    say('bad', words.unreachable);
  } finally {
    byId('button').disabled = false;
  }
});
