/* SPDX-License-Identifier: MIT
 *
 * The two loops that see every byte of a payload, in the vectors that a
 * processor has: unmasking for frame.c, UTF-8 for utf8.c. They only pass over
 * whole blocks and judge nothing: what is left over, and what looks wrong, the
 * callers do byte by byte. So every path gives the same answers.
 *
 * SSE2 and NEON are part of their architectures. AVX2 is asked for when the
 * process starts; not by an ifunc, which musl has not.
 */
#include "codec.h"

#include <string.h>

#if defined(__GNUC__) && !defined(WSC_SCALAR)
#if defined(__x86_64__)
#define WITH_X86 1
#include <immintrin.h>
#elif defined(__aarch64__)
#define WITH_NEON 1
#include <arm_neon.h>
#endif
#endif

/* ---- without vectors --------------------------------------------------------- */

static size_t scalar_unmask(uint8_t *dst, const uint8_t *src, size_t length, uint64_t key)
{
	size_t done = 0;

	/* memcpy because neither side is aligned; read whole before it is written,
	 * because both sides may be the same bytes. */
	for (; length - done >= 32; done += 32) {
		uint64_t words[4];

		memcpy(words, src + done, sizeof(words));
		for (size_t w = 0; w < 4; w++) {
			words[w] ^= key;
		}
		memcpy(dst + done, words, sizeof(words));
	}
	return done;
}

static size_t scalar_utf8(const uint8_t *bytes, size_t length)
{
	size_t done = 0;

	for (; length - done >= 32; done += 32) {
		uint64_t words[4];

		memcpy(words, bytes + done, sizeof(words));
		if (((words[0] | words[1] | words[2] | words[3]) & UINT64_C(0x8080808080808080)) != 0) {
			break;
		}
	}
	return done;
}

/* ---- UTF-8 by lookup ----------------------------------------------------------- */

#if defined(WITH_X86) || defined(WITH_NEON)

/*
 * Whether two bytes may stand beside each other is known from three half bytes:
 * both of the first, the upper of the second. Each has a table of what could be
 * wrong; wrong is what all three name. (J. Keiser, D. Lemire: Validating UTF-8 in
 * less than one instruction per byte, 2021.)
 *
 * CUT      a lead byte without a tail
 * STRAY    a tail behind ASCII
 * SECOND   two tails: right only where the lead byte asks for that many
 * The others are a lead byte with a tail that RFC 3629 excludes:
 * C0_C1 all, E0 with 80-9F, ED with A0-BF, F0 and F5-FF with 80-8F, F4-FF with 90-BF.
 */
enum fault {
	CUT = 0x01,
	STRAY = 0x02,
	C0_C1 = 0x04,
	E0 = 0x08,
	ED = 0x10,
	F0_F5 = 0x20,
	F4 = 0x40,
	SECOND = 0x80,
	ANY_LOW = CUT | STRAY | SECOND
};

/* clang-format off */
static const uint8_t first_high[16] = {
	STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY, STRAY,
	SECOND, SECOND, SECOND, SECOND,
	CUT | C0_C1, CUT, CUT | E0 | ED, CUT | F0_F5 | F4,
};
static const uint8_t first_low[16] = {
	ANY_LOW | C0_C1 | E0 | F0_F5, ANY_LOW | C0_C1, ANY_LOW, ANY_LOW,
	ANY_LOW | F4, ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5,
	ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5,
	ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5 | ED, ANY_LOW | F4 | F0_F5, ANY_LOW | F4 | F0_F5,
};
static const uint8_t second_high[16] = {
	CUT, CUT, CUT, CUT, CUT, CUT, CUT, CUT,
	STRAY | SECOND | C0_C1 | E0 | F0_F5,
	STRAY | SECOND | C0_C1 | E0 | F4,
	STRAY | SECOND | C0_C1 | ED | F4,
	STRAY | SECOND | C0_C1 | ED | F4,
	CUT, CUT, CUT, CUT,
};
/* clang-format on */

/* How many bytes before `at` are a code point that is not complete there. Before
 * it are at least three, and valid. */
static inline size_t open_bytes(const uint8_t *at)
{
	return at[-1] >= 0xC0 ? 1 : at[-2] >= 0xE0 ? 2 : at[-3] >= 0xF0 ? 3 : 0;
}

#endif

/* ---- x86-64 ----------------------------------------------------------------------- */

#ifdef WITH_X86

static size_t sse2_unmask(uint8_t *dst, const uint8_t *src, size_t length, uint64_t key)
{
	__m128i keys = _mm_set1_epi64x((long long) key);
	size_t done = 0;

	for (; length - done >= 64; done += 64) {
		__m128i a = _mm_loadu_si128((const __m128i *) (src + done));
		__m128i b = _mm_loadu_si128((const __m128i *) (src + done + 16));
		__m128i c = _mm_loadu_si128((const __m128i *) (src + done + 32));
		__m128i d = _mm_loadu_si128((const __m128i *) (src + done + 48));

		_mm_storeu_si128((__m128i *) (dst + done), _mm_xor_si128(a, keys));
		_mm_storeu_si128((__m128i *) (dst + done + 16), _mm_xor_si128(b, keys));
		_mm_storeu_si128((__m128i *) (dst + done + 32), _mm_xor_si128(c, keys));
		_mm_storeu_si128((__m128i *) (dst + done + 48), _mm_xor_si128(d, keys));
	}
	return done;
}

/* ASCII only: SSE2 has no lookup. */
static size_t sse2_utf8(const uint8_t *bytes, size_t length)
{
	size_t done = 0;

	for (; length - done >= 64; done += 64) {
		__m128i a = _mm_loadu_si128((const __m128i *) (bytes + done));
		__m128i b = _mm_loadu_si128((const __m128i *) (bytes + done + 16));
		__m128i c = _mm_loadu_si128((const __m128i *) (bytes + done + 32));
		__m128i d = _mm_loadu_si128((const __m128i *) (bytes + done + 48));

		if (_mm_movemask_epi8(_mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d))) != 0) {
			break;
		}
	}
	return done;
}

#define AVX2 __attribute__((target("avx2")))

AVX2 static size_t avx2_unmask(uint8_t *dst, const uint8_t *src, size_t length, uint64_t key)
{
	__m256i keys = _mm256_set1_epi64x((long long) key);
	size_t done = 0;

	for (; length - done >= 128; done += 128) {
		__m256i a = _mm256_loadu_si256((const __m256i *) (src + done));
		__m256i b = _mm256_loadu_si256((const __m256i *) (src + done + 32));
		__m256i c = _mm256_loadu_si256((const __m256i *) (src + done + 64));
		__m256i d = _mm256_loadu_si256((const __m256i *) (src + done + 96));

		_mm256_storeu_si256((__m256i *) (dst + done), _mm256_xor_si256(a, keys));
		_mm256_storeu_si256((__m256i *) (dst + done + 32), _mm256_xor_si256(b, keys));
		_mm256_storeu_si256((__m256i *) (dst + done + 64), _mm256_xor_si256(c, keys));
		_mm256_storeu_si256((__m256i *) (dst + done + 96), _mm256_xor_si256(d, keys));
	}
	for (; length - done >= 32; done += 32) {
		__m256i block = _mm256_loadu_si256((const __m256i *) (src + done));

		_mm256_storeu_si256((__m256i *) (dst + done), _mm256_xor_si256(block, keys));
	}
	return done;
}

AVX2 static inline __m256i avx2_table(const uint8_t table[16])
{
	return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *) table));
}

/* Not zero where a byte of the block may not stand, behind the block before. */
AVX2 static inline __m256i avx2_faults(__m256i block, __m256i before)
{
	__m256i halves = _mm256_permute2x128_si256(before, block, 0x21);
	__m256i first = _mm256_alignr_epi8(block, halves, 15);
	__m256i second = _mm256_alignr_epi8(block, halves, 14);
	__m256i third = _mm256_alignr_epi8(block, halves, 13);
	__m256i low = _mm256_set1_epi8(0x0F);
	__m256i faults, asked;

	faults = _mm256_shuffle_epi8(avx2_table(first_high), _mm256_and_si256(_mm256_srli_epi16(first, 4), low));
	faults = _mm256_and_si256(faults, _mm256_shuffle_epi8(avx2_table(first_low), _mm256_and_si256(first, low)));
	faults = _mm256_and_si256(faults, _mm256_shuffle_epi8(avx2_table(second_high),
	                                                      _mm256_and_si256(_mm256_srli_epi16(block, 4), low)));
	/* Bit 7, SECOND, where E0-FF stand two bytes before, or F0-FF three. */
	asked = _mm256_or_si256(_mm256_subs_epu8(second, _mm256_set1_epi8(0xE0 - 0x80)),
	                        _mm256_subs_epu8(third, _mm256_set1_epi8(0xF0 - 0x80)));
	return _mm256_xor_si256(faults, _mm256_and_si256(asked, _mm256_set1_epi8((char) SECOND)));
}

AVX2 static size_t avx2_utf8(const uint8_t *bytes, size_t length)
{
	__m256i before = _mm256_setzero_si256();
	size_t open = 0;
	size_t done = 0;

	while (length - done >= 32) {
		__m256i block = _mm256_loadu_si256((const __m256i *) (bytes + done));

		if (_mm256_movemask_epi8(block) != 0) {
			__m256i faults = avx2_faults(block, before);

			if (!_mm256_testz_si256(faults, faults)) {
				break;
			}
			before = block;
			done += 32;
			open = open_bytes(bytes + done);
			continue;
		}
		if (open > 0) {
			break;
		}
		before = block;
		done += 32;
		for (; length - done >= 128; done += 128) {
			__m256i a = _mm256_loadu_si256((const __m256i *) (bytes + done));
			__m256i b = _mm256_loadu_si256((const __m256i *) (bytes + done + 32));
			__m256i c = _mm256_loadu_si256((const __m256i *) (bytes + done + 64));
			__m256i d = _mm256_loadu_si256((const __m256i *) (bytes + done + 96));

			if (_mm256_movemask_epi8(_mm256_or_si256(_mm256_or_si256(a, b), _mm256_or_si256(c, d))) != 0) {
				break;
			}
		}
	}
	return done - open;
}

#endif

/* ---- arm64 ------------------------------------------------------------------------ */

#ifdef WITH_NEON

static size_t neon_unmask(uint8_t *dst, const uint8_t *src, size_t length, uint64_t key)
{
	uint8x16_t keys = vreinterpretq_u8_u64(vdupq_n_u64(key));
	size_t done = 0;

	for (; length - done >= 64; done += 64) {
		uint8x16_t a = vld1q_u8(src + done);
		uint8x16_t b = vld1q_u8(src + done + 16);
		uint8x16_t c = vld1q_u8(src + done + 32);
		uint8x16_t d = vld1q_u8(src + done + 48);

		vst1q_u8(dst + done, veorq_u8(a, keys));
		vst1q_u8(dst + done + 16, veorq_u8(b, keys));
		vst1q_u8(dst + done + 32, veorq_u8(c, keys));
		vst1q_u8(dst + done + 48, veorq_u8(d, keys));
	}
	return done;
}

static inline bool neon_ascii(uint8x16_t block)
{
	return vmaxvq_u8(block) < 0x80;
}

/* Not zero where a byte of the block may not stand, behind the block before. */
static inline uint8x16_t neon_faults(uint8x16_t block, uint8x16_t before)
{
	uint8x16_t first = vextq_u8(before, block, 15);
	uint8x16_t second = vextq_u8(before, block, 14);
	uint8x16_t third = vextq_u8(before, block, 13);
	uint8x16_t faults, asked;

	faults = vqtbl1q_u8(vld1q_u8(first_high), vshrq_n_u8(first, 4));
	faults = vandq_u8(faults, vqtbl1q_u8(vld1q_u8(first_low), vandq_u8(first, vdupq_n_u8(0x0F))));
	faults = vandq_u8(faults, vqtbl1q_u8(vld1q_u8(second_high), vshrq_n_u8(block, 4)));
	/* SECOND where E0-FF stand two bytes before, or F0-FF three. */
	asked = vorrq_u8(vcgeq_u8(second, vdupq_n_u8(0xE0)), vcgeq_u8(third, vdupq_n_u8(0xF0)));
	return veorq_u8(faults, vandq_u8(asked, vdupq_n_u8(SECOND)));
}

static size_t neon_utf8(const uint8_t *bytes, size_t length)
{
	uint8x16_t before = vdupq_n_u8(0);
	size_t open = 0;
	size_t done = 0;

	while (length - done >= 16) {
		uint8x16_t block = vld1q_u8(bytes + done);

		if (!neon_ascii(block)) {
			if (vmaxvq_u8(neon_faults(block, before)) != 0) {
				break;
			}
			before = block;
			done += 16;
			open = open_bytes(bytes + done);
			continue;
		}
		if (open > 0) {
			break;
		}
		before = block;
		done += 16;
		for (; length - done >= 64; done += 64) {
			uint8x16_t a = vorrq_u8(vld1q_u8(bytes + done), vld1q_u8(bytes + done + 16));
			uint8x16_t b = vorrq_u8(vld1q_u8(bytes + done + 32), vld1q_u8(bytes + done + 48));

			if (!neon_ascii(vorrq_u8(a, b))) {
				break;
			}
		}
	}
	return done - open;
}

#endif

/* ---- which one --------------------------------------------------------------------- */

/* The slowest first. */
static const struct wsc_simd paths[] = {
	{"scalar", scalar_unmask, scalar_utf8},
#ifdef WITH_X86
	{"sse2", sse2_unmask, sse2_utf8},
	{"avx2", avx2_unmask, avx2_utf8},
#endif
#ifdef WITH_NEON
	{"neon", neon_unmask, neon_utf8},
#endif
};

#define PATHS (sizeof(paths) / sizeof(paths[0]))

#if defined(WITH_X86)
struct wsc_simd wsc_simd = {"sse2", sse2_unmask, sse2_utf8};
#elif defined(WITH_NEON)
struct wsc_simd wsc_simd = {"neon", neon_unmask, neon_utf8};
#else
struct wsc_simd wsc_simd = {"scalar", scalar_unmask, scalar_utf8};
#endif

static bool runs_here(const struct wsc_simd *path)
{
#ifdef WITH_X86
	if (path->unmask == avx2_unmask) {
		__builtin_cpu_init();
		return __builtin_cpu_supports("avx2") != 0;
	}
#endif
	(void) path;
	return true;
}

const struct wsc_simd *wsc_simd_path(size_t n)
{
	return n < PATHS && runs_here(&paths[n]) ? &paths[n] : NULL;
}

void wsc_simd_init(void)
{
	const struct wsc_simd *path;

	for (size_t n = 0; (path = wsc_simd_path(n)); n++) {
		wsc_simd = *path;
	}
}
