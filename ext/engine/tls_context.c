/* SPDX-License-Identifier: MIT
 *
 * L1: what the TLS connections of a server share: certificates by name, keys,
 * who is trusted, versions and ciphers. Read from files once, and again when
 * asked to; a connection keeps what it began with. It refuses what OpenSSL can't
 * use, with one line that names option, file and reason. With tls.c the only
 * file that knows OpenSSL.
 */
#include "internal.h"

#ifdef WSC_HAVE_OPENSSL

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include <openssl/err.h>
#include <openssl/ssl.h>

/* Where what went wrong is told. */
struct complaint {
	char *text;
	size_t size;
};

bool wsc_tls_available(void)
{
	return true;
}

void wsc_tls_options_init(struct wsc_tls_options *options)
{
	memset(options, 0, sizeof *options);
	options->min_version = WSC_TLS_1_2;
	options->max_version = WSC_TLS_1_3;
	options->verify_depth = 9;
	options->security_level = -1;
}

/* ---- what went wrong ------------------------------------------------------------- */

/* The first of the errors of this thread: those behind it are where it was
 * passed on. */
static const char *reason(void)
{
	unsigned long error = ERR_peek_error();
	const char *text;

	if (error == 0) {
		return "unknown error";
	}
	if (ERR_GET_LIB(error) == ERR_LIB_SYS) {
		return strerror(ERR_GET_REASON(error));
	}
	text = ERR_reason_error_string(error);
	return text ? text : "unknown error";
}

/* Always false. */
static bool complain(struct complaint *complaint, const char *option, const char *value, const char *why)
{
	snprintf(complaint->text, complaint->size, "option \"%s\"%s%s: %s", option, value ? ", " : "", value ? value : "",
	         why);
	ERR_clear_error();
	return false;
}

/* ---- options ----------------------------------------------------------------------- */

static size_t room_for(const char *text)
{
	return text ? strlen(text) + 1 : 0;
}

static const char *keep(char **at, const char *text)
{
	char *kept = *at;

	if (!text) {
		return NULL;
	}
	memcpy(kept, text, strlen(text) + 1);
	*at += strlen(text) + 1;
	return kept;
}

static const char **text_option(struct wsc_tls_options *options, size_t index)
{
	const char **all[] = {&options->local_cert, &options->local_pk, &options->passphrase,  &options->cafile,
	                      &options->capath,     &options->ciphers,  &options->ciphersuites};

	return index < sizeof all / sizeof all[0] ? all[index] : NULL;
}

/* A copy of all of it, in one block beside the names. */
static bool keep_options(struct wsc_tls *tls, const struct wsc_tls_options *given)
{
	size_t size = given->name_count * sizeof *given->names + given->alpn_length;
	struct wsc_tls_name *names;
	const char **text;
	size_t i;
	char *at;

	tls->options = *given;
	for (i = 0; (text = text_option(&tls->options, i)); i++) {
		size += room_for(*text);
	}
	for (i = 0; i < given->name_count; i++) {
		size +=
			room_for(given->names[i].name) + room_for(given->names[i].local_cert) + room_for(given->names[i].local_pk);
	}
	tls->kept = wsc_malloc(size + 1);
	if (!tls->kept) {
		return false;
	}
	names = tls->kept;
	at = (char *) (names + given->name_count);
	for (i = 0; i < given->name_count; i++) {
		names[i].name = keep(&at, given->names[i].name);
		names[i].local_cert = keep(&at, given->names[i].local_cert);
		names[i].local_pk = keep(&at, given->names[i].local_pk);
	}
	for (i = 0; (text = text_option(&tls->options, i)); i++) {
		*text = keep(&at, *text);
	}
	if (given->alpn_length > 0) {
		memcpy(at, given->alpn, given->alpn_length);
		tls->options.alpn = (const uint8_t *) at;
	}
	tls->options.names = names;
	return true;
}

/* ---- what OpenSSL asks while it shakes hands ------------------------------------------ */

/* Does this name, which may be *.example.com, stand for that host? As in PHP: a
 * star is for one label, the first, or its end. */
static bool matches(const char *name, const char *host)
{
	const char *star = strchr(name, '*');
	size_t before, behind, length = strlen(host);

	if (!star) {
		return strcasecmp(name, host) == 0;
	}
	before = (size_t) (star - name);
	behind = strlen(star + 1);
	if (memchr(name, '.', before) || length < before + behind || strncasecmp(name, host, before) != 0 ||
	    strcasecmp(star + 1, host + length - behind) != 0) {
		return false;
	}
	return !memchr(host + before, '.', length - before - behind);
}

static int on_server_name(SSL *ssl, int *alert, void *arg)
{
	struct wsc_tls *tls = arg;
	const char *host = SSL_get_servername(ssl, TLSEXT_NAMETYPE_host_name);
	size_t i;

	(void) alert;
	for (i = 0; host && i < tls->options.name_count; i++) {
		if (matches(tls->options.names[i].name, host)) {
			SSL_set_SSL_CTX(ssl, tls->contexts[i + 1]);
			return SSL_TLSEXT_ERR_OK;
		}
	}
	return SSL_TLSEXT_ERR_NOACK;
}

/* The first of ours that the client knows, too. */
static int on_protocols(SSL *ssl, const unsigned char **chosen, unsigned char *length, const unsigned char *offered,
                        unsigned offered_length, void *arg)
{
	const struct wsc_tls *tls = arg;

	(void) ssl;
	if (SSL_select_next_proto((unsigned char **) chosen, length, tls->options.alpn, (unsigned) tls->options.alpn_length,
	                          offered, offered_length) != OPENSSL_NPN_NEGOTIATED) {
		return SSL_TLSEXT_ERR_NOACK;
	}
	return SSL_TLSEXT_ERR_OK;
}

struct passphrase {
	const char *text; /* NULL: there is none */
	bool wanted;      /* out */
};

/* Never asks at a terminal. */
static int on_passphrase(char *buffer, int size, int writing, void *arg)
{
	struct passphrase *passphrase = arg;
	size_t length = passphrase->text ? strlen(passphrase->text) : 0;

	(void) writing;
	passphrase->wanted = true;
	if (length == 0 || length > (size_t) size) {
		return -1;
	}
	memcpy(buffer, passphrase->text, length);
	return (int) length;
}

static int allow_self_signed(int good, X509_STORE_CTX *store)
{
	return good || X509_STORE_CTX_get_error(store) == X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT;
}

/* ---- one context -------------------------------------------------------------------------- */

static bool set_trust(const struct wsc_tls *tls, SSL_CTX *context, struct complaint *complaint)
{
	const struct wsc_tls_options *options = &tls->options;
	STACK_OF(X509_NAME) *names = NULL;

	if (!options->verify_peer) {
		return true;
	}
	if (!options->cafile && !options->capath && !options->allow_self_signed) {
		return complain(complaint, "verify_peer", NULL,
		                "needs \"cafile\" or \"capath\", whose authorities sign the certificates of clients");
	}
	if (options->cafile || options->capath) {
		if (!SSL_CTX_load_verify_locations(context, options->cafile, options->capath)) {
			return complain(complaint, options->cafile ? "cafile" : "capath",
			                options->cafile ? options->cafile : options->capath, reason());
		}
	}
	if (options->cafile && (names = SSL_load_client_CA_file(options->cafile))) {
		SSL_CTX_set_client_CA_list(context, names);
	}
	SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT,
	                   options->allow_self_signed ? allow_self_signed : NULL);
	SSL_CTX_set_verify_depth(context, options->verify_depth);
	return true;
}

static bool set_protocol(const struct wsc_tls *tls, SSL_CTX *context, struct complaint *complaint)
{
	const struct wsc_tls_options *options = &tls->options;
	long flags = SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION;

	flags |= options->honor_cipher_order ? SSL_OP_CIPHER_SERVER_PREFERENCE : 0;
	flags |= options->no_ticket ? SSL_OP_NO_TICKET : 0;
	SSL_CTX_set_options(context, flags);
	SSL_CTX_set_mode(context,
	                 SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER | SSL_MODE_RELEASE_BUFFERS);
	SSL_CTX_set_read_ahead(context, 1); /* a record in one read, not its header first */
	/* Sessions are resumed by tickets, for which a server keeps nothing. */
	SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
	SSL_CTX_set_session_id_context(context, (const unsigned char *) "wsc", 3);
	SSL_CTX_set_dh_auto(context, 1);
	if (!SSL_CTX_set_min_proto_version(context, options->min_version) ||
	    !SSL_CTX_set_max_proto_version(context, options->max_version)) {
		return complain(complaint, "crypto_method", NULL, "this OpenSSL has no such version of TLS");
	}
	/* Before the certificate, whose strength it judges. */
	if (options->security_level >= 0) {
		SSL_CTX_set_security_level(context, options->security_level);
	}
	if (options->ciphers && !SSL_CTX_set_cipher_list(context, options->ciphers)) {
		return complain(complaint, "ciphers", options->ciphers, reason());
	}
	if (options->ciphersuites && !SSL_CTX_set_ciphersuites(context, options->ciphersuites)) {
		return complain(complaint, "ciphersuites", options->ciphersuites, reason());
	}
	if (options->alpn_length > 0) {
		SSL_CTX_set_alpn_select_cb(context, on_protocols, (void *) tls);
	}
	return true;
}

/* Reads the key with the passphrase. */
static bool use_key(const struct wsc_tls *tls, SSL_CTX *context, const char *file, const char **why)
{
	struct passphrase passphrase = {tls->options.passphrase, false};
	bool used;

	SSL_CTX_set_default_passwd_cb(context, on_passphrase);
	SSL_CTX_set_default_passwd_cb_userdata(context, &passphrase);
	used = SSL_CTX_use_PrivateKey_file(context, file, SSL_FILETYPE_PEM) == 1;
	SSL_CTX_set_default_passwd_cb_userdata(context, NULL);
	if (used) {
		return true;
	}
	if (passphrase.wanted) {
		*why = passphrase.text ? "the key is encrypted, and not with this \"passphrase\""
		                       : "the key is encrypted, and there is no \"passphrase\"";
	} else if (ERR_GET_LIB(ERR_peek_error()) == ERR_LIB_X509) {
		*why = "this is not the key of the certificate";
	} else if (ERR_GET_LIB(ERR_peek_error()) == ERR_LIB_SYS) {
		*why = reason();
	} else {
		*why = "it has no private key that OpenSSL can read";
	}
	return false;
}

static bool set_certificate(const struct wsc_tls *tls, SSL_CTX *context, const struct wsc_tls_name *of,
                            struct complaint *complaint)
{
	const char *why;

	if (SSL_CTX_use_certificate_chain_file(context, of->local_cert) != 1) {
		return complain(complaint, of->name ? "SNI_server_certs" : "local_cert", of->local_cert, reason());
	}
	ERR_clear_error();
	if (!use_key(tls, context, of->local_pk ? of->local_pk : of->local_cert, &why)) {
		return complain(complaint,
		                of->name       ? "SNI_server_certs"
		                : of->local_pk ? "local_pk"
		                               : "local_cert",
		                of->local_pk ? of->local_pk : of->local_cert, why);
	}
	return true;
}

/* NULL: complained. */
static SSL_CTX *make_context(const struct wsc_tls *tls, const struct wsc_tls_name *of, struct complaint *complaint)
{
	SSL_CTX *context;

	ERR_clear_error();
	context = wsc_fault_memory() ? NULL : SSL_CTX_new(TLS_server_method());
	if (!context) {
		snprintf(complaint->text, complaint->size, "out of memory");
		return NULL;
	}
	if (!set_protocol(tls, context, complaint) || !set_certificate(tls, context, of, complaint) ||
	    !set_trust(tls, context, complaint)) {
		SSL_CTX_free(context);
		return NULL;
	}
	SSL_CTX_set_tlsext_servername_callback(context, on_server_name);
	SSL_CTX_set_tlsext_servername_arg(context, (void *) tls);
	ERR_clear_error();
	return context;
}

/* ---- all of them ---------------------------------------------------------------------------- */

static void free_contexts(SSL_CTX **contexts, size_t count)
{
	size_t i;

	for (i = 0; contexts && i < count; i++) {
		SSL_CTX_free(contexts[i]);
	}
	free(contexts);
}

/* That of local_cert, then those of the names. NULL: complained. */
static SSL_CTX **make_contexts(const struct wsc_tls *tls, struct complaint *complaint)
{
	const struct wsc_tls_options *options = &tls->options;
	const struct wsc_tls_name own = {NULL, options->local_cert, options->local_pk};
	const struct wsc_tls_name *standard = options->local_cert ? &own : &options->names[0];
	size_t count = tls->options.name_count + 1;
	SSL_CTX **contexts = wsc_calloc(count, sizeof(SSL_CTX *));
	size_t i;

	if (!contexts) {
		snprintf(complaint->text, complaint->size, "out of memory");
		return NULL;
	}
	for (i = 0; i < count; i++) {
		const struct wsc_tls_name *of = i == 0 ? standard : &options->names[i - 1];

		contexts[i] = make_context(tls, of, complaint);
		if (!contexts[i]) {
			free_contexts(contexts, count);
			return NULL;
		}
	}
	return contexts;
}

struct wsc_tls *wsc_tls_new(const struct wsc_tls_options *options, char *error, size_t size)
{
	struct complaint complaint = {error, size};
	struct wsc_tls *tls;

	if (!options->local_cert && options->name_count == 0) {
		complain(&complaint, "local_cert", NULL, "is missing: the file with the certificate of the server");
		return NULL;
	}
	snprintf(error, size, "out of memory");
	tls = wsc_calloc(1, sizeof *tls);
	if (!tls) {
		return NULL;
	}
	tls->refs = 1;
	tls->method = wsc_tls_method_new();
	if (tls->method && keep_options(tls, options)) {
		tls->contexts = (struct ssl_ctx_st **) make_contexts(tls, &complaint);
	}
	if (!tls->contexts) {
		wsc_tls_unref(tls);
		return NULL;
	}
	return tls;
}

bool wsc_tls_reload(struct wsc_tls *tls, char *error, size_t size)
{
	struct complaint complaint = {error, size};
	SSL_CTX **contexts = make_contexts(tls, &complaint);

	if (!contexts) {
		return false;
	}
	/* Each connection holds the one it uses. */
	free_contexts(tls->contexts, tls->options.name_count + 1);
	tls->contexts = contexts;
	return true;
}

struct wsc_tls *wsc_tls_ref(struct wsc_tls *tls)
{
	tls->refs++;
	return tls;
}

void wsc_tls_unref(struct wsc_tls *tls)
{
	if (--tls->refs > 0) {
		return;
	}
	free_contexts(tls->contexts, tls->options.name_count + 1);
	wsc_tls_method_free(tls->method);
	if (tls->options.passphrase && tls->kept) {
		OPENSSL_cleanse((void *) tls->options.passphrase, strlen(tls->options.passphrase));
	}
	free(tls->kept);
	free(tls);
}

#endif
