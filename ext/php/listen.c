/* SPDX-License-Identifier: MIT
 *
 * IoServer::factory()'s way to listen: a list of addresses becomes the engine's, all
 * of them or none, and what is wrong with one an exception: Ratchet's, which are
 * React's, with what to do about it. Called by ratchet_server.c.
 */
#include "server.h"

#include "engine/codec.h"

#include "loop.h"
#include "options.h"
#include "request_filter.h"

#include "zend_exceptions.h"

#include "ext/spl/spl_exceptions.h"

/* ---- what is wrong with it ----------------------------------------------------------- */

static bool begins(const char *text, const char *word)
{
	return strncasecmp(text, word, strlen(word)) == 0;
}

/* The address as React's messages have it. */
static zend_string *uri_of(const char *text, zend_long port, bool tls)
{
	const char *scheme = tls ? "tls" : "tcp";
	const char *colon = strchr(text, ':');

	if (strstr(text, "://") || begins(text, "unix:") || begins(text, "systemd:") || begins(text, "fd:")) {
		return zend_string_init(text, strlen(text), false);
	}
	if (text[0] == '[') {
		return text[strlen(text) - 1] == ']' ? strpprintf(0, "%s://%s:" ZEND_LONG_FMT, scheme, text, port)
		                                     : strpprintf(0, "%s://%s", scheme, text);
	}
	if (colon && !strchr(colon + 1, ':')) {
		return strpprintf(0, "%s://%s", scheme, text);
	}
	return strpprintf(0, colon ? "%s://[%s]:" ZEND_LONG_FMT : "%s://%s:" ZEND_LONG_FMT, scheme, text, port);
}

static void throw_bad_address(enum wsc_address_status status, const zend_string *uri)
{
	const char *needed = "";

	switch (status) {
	case WSC_ADDRESS_OK:
		return;
	case WSC_ADDRESS_NO_IP:
		zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL,
		                        "Given URI \"%s\" does not contain a valid host IP (EINVAL): give an address such as "
		                        "127.0.0.1 or 0.0.0.0, not a name",
		                        ZSTR_VAL(uri));
		return;
	case WSC_ADDRESS_EMPTY:
		needed = "the address is empty; 0.0.0.0 is every address of this machine";
		break;
	case WSC_ADDRESS_NO_PORT:
		needed = "a port is a number from 0 to 65535";
		break;
	case WSC_ADDRESS_NO_PATH:
		needed = "the path of the socket is missing, as in unix:/run/chat.sock";
		break;
	case WSC_ADDRESS_NO_DESCRIPTOR:
		needed = "the number of an open socket is missing, as in fd:3";
		break;
	}
	zend_throw_exception_ex(spl_ce_InvalidArgumentException, EINVAL, "Invalid URI \"%s\" given (EINVAL): %s",
	                        ZSTR_VAL(uri), needed);
}

/* ---- what the machine says ------------------------------------------------------------ */

/* An errno that says something else for each kind of address. `call` NULL: whichever. */
struct advice {
	int error;
	const char *call;
	int kind; /* enum wsc_address_kind; -1: whichever */
	const char *name;
	const char *text;
};

static const struct advice advices[] = {
	{EADDRINUSE, "connect", -1, "EADDRINUSE", "a server is alive behind this path; stop it or choose another one"},
	{EADDRINUSE, NULL, -1, "EADDRINUSE", "another program listens there; stop it or choose another port"},
	{EACCES, NULL, WSC_ADDRESS_UNIX, "EACCES", "this user may not write to the folder of the socket"},
	{EACCES, NULL, -1, "EACCES", "ports below 1024 are for root or CAP_NET_BIND_SERVICE; choose a higher one"},
	{EADDRNOTAVAIL, NULL, -1, "EADDRNOTAVAIL", "this machine has no such address; 0.0.0.0 is every address it has"},
	{EAFNOSUPPORT, NULL, -1, "EAFNOSUPPORT", "this machine has no addresses of this kind; IPv6 may be switched off"},
	{EMFILE, NULL, -1, "EMFILE", "no file descriptor is left; raise the limit (ulimit -n)"},
	{ENFILE, NULL, -1, "ENFILE", "no file descriptor is left; raise the limit (ulimit -n)"},
	{ENAMETOOLONG, NULL, -1, "ENAMETOOLONG", "the path of a socket has at most 107 bytes; choose a shorter one"},
	{ENOTSOCK, NULL, WSC_ADDRESS_UNIX, "ENOTSOCK",
     "what is there already is no socket; remove it or choose another path"},
	{ENOTSOCK, NULL, -1, "ENOTSOCK", "this descriptor is no socket"},
	{ENOENT, "bind", WSC_ADDRESS_UNIX, "ENOENT", "the folder of the socket does not exist; make it first"},
	{EBADF, NULL, -1, "EBADF", "there is no such descriptor; who starts PHP has to open it"},
	{EINVAL, "accept", -1, "EINVAL", "this socket does not listen; a .socket unit needs Accept=no"},
	{EOPNOTSUPP, "SO_REUSEPORT", -1, "EOPNOTSUPP", "this system shares no ports; switch reuse_port off"},
	{ENOPROTOOPT, "SO_REUSEPORT", -1, "ENOPROTOOPT", "this system shares no ports; switch reuse_port off"},
	{ENOENT, "LISTEN_FDS", -1, "", "no socket was passed (LISTEN_FDS); start the server by a .socket unit"},
	{ESRCH, "LISTEN_PID", -1, "",
     "the sockets were passed to another process (LISTEN_PID); let systemd start PHP itself, not a script around it, "
     "and make the server before fork()"},
	{ENOENT, "LISTEN_FDNAMES", -1, "",
     "no socket of this name was passed (LISTEN_FDNAMES); see FileDescriptorName= in the .socket unit"},
};

static const struct advice *find_advice(const struct wsc_listen_failure *failure, enum wsc_address_kind kind)
{
	size_t i;

	for (i = 0; i < sizeof advices / sizeof advices[0]; i++) {
		const struct advice *advice = &advices[i];

		if (advice->error == failure->error && (advice->kind == -1 || advice->kind == (int) kind) &&
		    (!advice->call || strcmp(advice->call, failure->call) == 0)) {
			return advice;
		}
	}
	return NULL;
}

static void throw_failure(const struct wsc_listen_failure *failure, enum wsc_address_kind kind, const zend_string *uri)
{
	const struct advice *advice = find_advice(failure, kind);

	if (advice && !advice->name[0]) {
		zend_throw_exception_ex(spl_ce_RuntimeException, failure->error, "Failed to listen on \"%s\": %s",
		                        ZSTR_VAL(uri), advice->text);
	} else if (advice) {
		zend_throw_exception_ex(spl_ce_RuntimeException, failure->error, "Failed to listen on \"%s\": %s (%s): %s",
		                        ZSTR_VAL(uri), strerror(failure->error), advice->name, advice->text);
	} else {
		zend_throw_exception_ex(spl_ce_RuntimeException, failure->error, "Failed to listen on \"%s\": %s%s%s",
		                        ZSTR_VAL(uri), strerror(failure->error), failure->call[0] ? ": " : "", failure->call);
	}
}

/* ---- listening --------------------------------------------------------------------------- */

/* false: an exception says what is wrong with the port or with one of the addresses. */
static bool parse_addresses(HashTable *texts, zend_long port, bool tls, struct wsc_address *addresses)
{
	enum wsc_address_status status = WSC_ADDRESS_OK;
	zend_string *text;
	zval *entry;

	ZEND_HASH_FOREACH_VAL(texts, entry) {
		text = Z_STR_P(entry);
		if (strlen(ZSTR_VAL(text)) != ZSTR_LEN(text)) {
			zend_throw_exception(spl_ce_InvalidArgumentException,
			                     "Invalid URI given (EINVAL): the address holds a NUL byte", EINVAL);
			return false;
		}
		status = wsc_address_parse((struct wsc_slice){ZSTR_VAL(text), ZSTR_LEN(text)}, (uint16_t) port, addresses++);
		if (status == WSC_ADDRESS_OK && (port < 0 || port > 65535)) {
			status = WSC_ADDRESS_NO_PORT;
		}
		if (status != WSC_ADDRESS_OK) {
			zend_string *uri = uri_of(ZSTR_VAL(text), port, tls);

			throw_bad_address(status, uri);
			zend_string_release(uri);
			return false;
		}
	}
	ZEND_HASH_FOREACH_END();
	return true;
}

/* Can this build do, and can one mean, what the options say? */
static bool check_options(const struct wsc_options *options, const struct wschat_text_options *texts)
{
	if (options->compression && !wsc_compression_available()) {
		zend_throw_exception(
			spl_ce_RuntimeException,
			"Option \"compression\" needs zlib, without which this wschat was built: switch it off, or "
			"build wschat anew where zlib's headers are installed",
			0);
		return false;
	}
	if (options->proxy_protocol && texts->trusted_count == 0) {
		zend_value_error(
			"Option \"proxy_protocol\" needs \"trusted_proxies\": the addresses of the proxies that send it");
		return false;
	}
	return true;
}

static bool open_all(struct wschat_server *server, HashTable *list, zend_long port, const struct wsc_address *addresses,
                     const struct wsc_server_config *config, const struct wschat_text_options *texts)
{
	struct wsc_loop *loop = wschat_loop_get();
	struct wsc_listen_failure failure = {.call = ""};
	enum wsc_status status;
	zend_string *uri;

	if (!loop) {
		return false;
	}
	server->server = wsc_server_new(loop, config);
	if (server->server && !wschat_text_options_furnish(texts, server->server)) {
		wsc_server_free(server->server);
		server->server = NULL;
		return false;
	}
	/* Until the end of the request, unless it cannot listen. */
	status = server->server ? wsc_server_listen(server->server, addresses, zend_hash_num_elements(list), &failure)
	                        : WSC_NOMEM;
	if (status == WSC_OK) {
		return true;
	}
	if (server->server) {
		wsc_server_free(server->server);
		server->server = NULL;
	}
	if (status == WSC_NOMEM) {
		failure.error = ENOMEM;
	}
	uri = uri_of(Z_STRVAL_P(zend_hash_index_find(list, failure.index)), port, config->tls != NULL);
	throw_failure(&failure, addresses[failure.index].kind, uri);
	zend_string_release(uri);
	return false;
}

bool wschat_server_listen(struct wschat_server *server, zend_object *app, HashTable *list, zend_long port,
                          const struct wsc_options *options, const struct wschat_text_options *texts,
                          struct wsc_tls *tls)
{
	struct wsc_server_config config = {.options = *options, .data = server, .tls = tls};
	struct wsc_address *addresses;
	bool listens;

	if (!wschat_server_resolve(server, app)) {
		return false;
	}
	server->filters |= texts->origins_given;
	if (!wschat_request_filter_check(server)) {
		return false;
	}
	addresses = safe_emalloc(zend_hash_num_elements(list), sizeof *addresses, 0);
	wschat_text_options_apply(texts, &config);
	listens = parse_addresses(list, port, tls != NULL, addresses) && check_options(options, texts) &&
	          open_all(server, list, port, addresses, &config, texts);
	efree(addresses);
	if (listens) {
		wschat_server_apply(server);
		wschat_privileges_copy(&server->privileges, &texts->privileges);
		wschat_server_keep(server);
		/* In a callback there is no run() to come. */
		listens = !wsc_loop_running(WSCHAT_G(loop)) || wschat_privileges_drop();
	}
	if (!listens && server->server) {
		wsc_server_close_listener(server->server);
	}
	return listens;
}
