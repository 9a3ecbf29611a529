/* SPDX-License-Identifier: MIT
 *
 * tls_context.c: which certificate a host name gets, what is said of files that are no
 * good, and that reading them again changes all or nothing.
 */
#include "../../ext/engine/tls_context.c"

#include "harness.h"

#ifdef WSC_HAVE_OPENSSL

#include "tls_peer.h"

#include <unistd.h>

static void names_and_stars(void)
{
	static const struct {
		const char *name, *host;
		bool fits;
	} rows[] = {
		{"example.com", "example.com", true},
		{"example.com", "EXAMPLE.com", true},
		{"example.com", "a.example.com", false},
		{"*.example.com", "a.example.com", true},
		{"*.example.com", "example.com", false},
		{"*.example.com", "a.b.example.com", false},
		{"*.example.com", ".example.com", true},
		{"w*.example.com", "www.example.com", true},
		{"w*.example.com", "a.example.com", false},
		{"a.*.com", "a.b.com", false},
		{"*", "localhost", true},
		{"*", "a.b", false},
		{"*.example.com", "xexample.com", false},
		{"ab*bc", "abc", false},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		CHECKF(matches(rows[i].name, rows[i].host) == rows[i].fits, "%s for %s", rows[i].name, rows[i].host);
	}
}

static void expect_error(const struct wsc_tls_options *options, const char *option, const char *file, const char *why)
{
	char error[512] = "";
	struct wsc_tls *tls = wsc_tls_new(options, error, sizeof error);

	CHECK(tls == NULL);
	CHECKF(strstr(error, option) && strstr(error, file) && strstr(error, why), "%s", error);
	CHECK(!strchr(error, '\n') && ERR_peek_error() == 0);
	if (tls) {
		wsc_tls_unref(tls);
	}
}

static void files_that_are_no_good(void)
{
	struct tls_files one, other;
	struct wsc_tls_options options;
	struct wsc_tls_name name = {"chat.example.com", NULL, NULL};

	tls_files_make(&one, "one");
	tls_files_make(&other, "other");
	wsc_tls_options_init(&options);
	expect_error(&options, "\"local_cert\"", "", "is missing");
	options.local_cert = "/nowhere/cert.pem";
	expect_error(&options, "\"local_cert\"", "/nowhere/cert.pem", "No such file");
	options.local_cert = one.key;
	expect_error(&options, "\"local_cert\"", one.key, "no start line");
	options.local_cert = one.cert;
	expect_error(&options, "\"local_cert\"", one.cert, "no private key");
	options.local_pk = other.key;
	expect_error(&options, "\"local_pk\"", other.key, "not the key of the certificate");
	options.local_pk = one.key;
	options.ciphers = "nonsense";
	expect_error(&options, "\"ciphers\"", "nonsense", "no cipher match");
	options.ciphers = NULL;
	options.verify_peer = true;
	expect_error(&options, "\"verify_peer\"", "", "\"cafile\"");
	options.cafile = "/nowhere/ca.pem";
	expect_error(&options, "\"cafile\"", "/nowhere/ca.pem", "");
	options.verify_peer = false;
	name.local_cert = "/nowhere/sni.pem";
	options.names = &name;
	options.name_count = 1;
	expect_error(&options, "\"SNI_server_certs\"", "/nowhere/sni.pem", "No such file");
	tls_files_remove(&one);
	tls_files_remove(&other);
}

static void encrypted_key(void)
{
	struct tls_files files;
	struct wsc_tls_options options;
	struct wsc_tls *tls;
	EVP_PKEY *key;
	char error[512] = "";
	FILE *file;

	tls_files_make(&files, "one");
	file = fopen(files.key, "r");
	key = PEM_read_PrivateKey(file, NULL, NULL, NULL);
	fclose(file);
	file = fopen(files.key, "w");
	PEM_write_PrivateKey(file, key, EVP_aes_128_cbc(), (const unsigned char *) "secret", 6, NULL, NULL);
	fclose(file);
	EVP_PKEY_free(key);
	wsc_tls_options_init(&options);
	options.local_cert = files.cert;
	options.local_pk = files.key;
	expect_error(&options, "\"local_pk\"", files.key, "passphrase");
	options.passphrase = "wrong";
	expect_error(&options, "\"local_pk\"", files.key, "not with this");
	options.passphrase = "secret";
	tls = wsc_tls_new(&options, error, sizeof error);
	CHECKF(tls != NULL, "%s", error);
	if (tls) {
		wsc_tls_unref(tls);
	}
	tls_files_remove(&files);
}

static void reload(void)
{
	struct tls_files files;
	struct wsc_tls_options options;
	struct wsc_tls *tls;
	SSL_CTX *before;
	char error[512] = "";

	tls_files_make(&files, "one");
	wsc_tls_options_init(&options);
	options.local_cert = files.cert;
	options.local_pk = files.key;
	tls = wsc_tls_new(&options, error, sizeof error);
	if (!CHECKF(tls != NULL, "%s", error)) {
		return;
	}
	before = tls->contexts[0];
	SSL_CTX_up_ref(before);
	CHECK(wsc_tls_reload(tls, error, sizeof error));
	CHECK(tls->contexts[0] != before);
	SSL_CTX_free(before);
	before = tls->contexts[0];
	unlink(files.key);
	CHECK(!wsc_tls_reload(tls, error, sizeof error));
	CHECKF(strstr(error, files.key), "%s", error);
	CHECK(tls->contexts[0] == before);
	wsc_tls_unref(tls);
	tls_files_remove(&files);
}

static void allocations(void)
{
	struct tls_files files;
	struct wsc_tls_options options;
	struct wsc_tls_name name = {"*.example.com", NULL, NULL};
	struct wsc_tls *tls = NULL;
	unsigned long at = 0;
	char error[512];

	tls_files_make(&files, "one");
	wsc_tls_options_init(&options);
	name.local_cert = options.local_cert = files.cert;
	name.local_pk = options.local_pk = files.key;
	options.names = &name;
	options.name_count = 1;
	do {
		wsc_fault_fail_at(++at);
		tls = wsc_tls_new(&options, error, sizeof error);
		CHECKF(tls || strcmp(error, "out of memory") == 0, "%s", error);
	} while (!tls && CHECK(at < 100));
	wsc_fault_fail_at(0);
	CHECKF(at > 5, "%lu", at);
	wsc_tls_unref(tls);
	tls_files_remove(&files);
}

void test_tls_context(void)
{
	RUN(names_and_stars);
	RUN(files_that_are_no_good);
	RUN(encrypted_key);
	RUN(reload);
	RUN(allocations);
}

#else

void test_tls_context(void)
{
	/* test_tls.c says what there is instead. */
}

#endif
