/* SPDX-License-Identifier: MIT
 *
 * See tls_peer.h.
 */
#ifdef WSC_HAVE_OPENSSL

#include "tls_peer.h"

#include "frames.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

/* ---- a certificate ------------------------------------------------------------------- */

static EVP_PKEY *make_key(void)
{
	EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_id(EVP_PKEY_EC, NULL);
	EVP_PKEY *key = NULL;

	CHECK(EVP_PKEY_keygen_init(context) == 1);
	CHECK(EVP_PKEY_CTX_set_ec_paramgen_curve_nid(context, NID_X9_62_prime256v1) == 1);
	CHECK(EVP_PKEY_keygen(context, &key) == 1);
	EVP_PKEY_CTX_free(context);
	return key;
}

void tls_files_make(struct tls_files *files, const char *host)
{
	EVP_PKEY *key = make_key();
	X509 *certificate = X509_new();
	X509_NAME *name = X509_get_subject_name(certificate);
	FILE *file;

	strcpy(files->folder, "/tmp/wsc-unit-XXXXXX");
	CHECK(mkdtemp(files->folder) != NULL);
	snprintf(files->cert, sizeof files->cert, "%s/cert.pem", files->folder);
	snprintf(files->key, sizeof files->key, "%s/key.pem", files->folder);
	ASN1_INTEGER_set(X509_get_serialNumber(certificate), 1);
	X509_gmtime_adj(X509_getm_notBefore(certificate), -3600);
	X509_gmtime_adj(X509_getm_notAfter(certificate), 86400);
	X509_set_pubkey(certificate, key);
	X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, (const unsigned char *) host, -1, -1, 0);
	X509_set_issuer_name(certificate, name);
	CHECK(X509_sign(certificate, key, EVP_sha256()) > 0);
	file = fopen(files->cert, "w");
	PEM_write_X509(file, certificate);
	fclose(file);
	file = fopen(files->key, "w");
	PEM_write_PrivateKey(file, key, NULL, NULL, 0, NULL, NULL);
	fclose(file);
	X509_free(certificate);
	EVP_PKEY_free(key);
}

void tls_files_remove(struct tls_files *files)
{
	unlink(files->cert);
	unlink(files->key);
	rmdir(files->folder);
}

void tls_world_use(struct world *world, const struct tls_files *files)
{
	struct wsc_tls_options options;
	char error[256];

	wsc_tls_options_init(&options);
	options.local_cert = files->cert;
	options.local_pk = files->key;
	options.min_version = WSC_TLS_1_2;
	world->config.tls = wsc_tls_new(&options, error, sizeof error);
	CHECKF(world->config.tls != NULL, "%s", error);
}

/* ---- the client ------------------------------------------------------------------------ */

void tls_peer_connect(struct tls_peer *client, struct world *world, int least, int most)
{
	BIO *in = BIO_new(BIO_s_mem());

	memset(client, 0, sizeof *client);
	peer_connect(&client->peer, world);
	client->context = SSL_CTX_new(TLS_client_method());
	SSL_CTX_set_min_proto_version(client->context, least);
	SSL_CTX_set_max_proto_version(client->context, most);
	client->ssl = SSL_new(client->context);
	client->out = BIO_new(BIO_s_mem());
	BIO_set_mem_eof_return(in, -1);
	SSL_set_bio(client->ssl, in, client->out);
	SSL_set_connect_state(client->ssl);
}

void tls_peer_end(struct tls_peer *client)
{
	SSL_free(client->ssl);
	SSL_CTX_free(client->context);
	peer_end(&client->peer);
}

void tls_peer_feed(struct tls_peer *client)
{
	if (client->peer.length > 0) {
		BIO_write(SSL_get_rbio(client->ssl), client->peer.bytes, (int) client->peer.length);
		client->peer.length = 0;
	}
}

void tls_peer_push(struct tls_peer *client, size_t piece)
{
	char bytes[16384];
	int length;

	while ((length = BIO_read(client->out, bytes, (int) (piece > 0 ? piece : sizeof bytes))) > 0) {
		peer_write(&client->peer, bytes, (size_t) length);
		world_turn(client->peer.world);
	}
}

bool tls_peer_shake(struct tls_peer *client, size_t piece)
{
	wsc_time limit = 0;
	int result;

	while ((result = SSL_do_handshake(client->ssl)) != 1) {
		bool failed = SSL_get_error(client->ssl, result) != SSL_ERROR_WANT_READ;

		tls_peer_push(client, piece);
		tls_peer_feed(client);
		if (failed || client->peer.eof || client->peer.reset || !world_patient(client->peer.world, &limit)) {
			return false;
		}
	}
	tls_peer_push(client, piece);
	return true;
}

/* What it has been sent, as far as it goes: `size` bytes. */
static size_t take(struct tls_peer *client, char *bytes, size_t size)
{
	wsc_time limit = 0;
	size_t taken = 0;

	while (taken < size) {
		int result;

		tls_peer_feed(client);
		result = SSL_read(client->ssl, bytes + taken, (int) (size - taken));
		if (result > 0) {
			taken += (size_t) result;
			continue;
		}
		if (SSL_get_error(client->ssl, result) == SSL_ERROR_ZERO_RETURN) {
			client->notified = true;
			break;
		}
		tls_peer_push(client, 0);
		if (SSL_get_error(client->ssl, result) != SSL_ERROR_WANT_READ ||
		    ((client->peer.eof || client->peer.reset) && client->peer.length == 0) ||
		    !world_patient(client->peer.world, &limit)) {
			break;
		}
	}
	return taken;
}

bool tls_peer_open(struct tls_peer *client, struct world *world, size_t piece)
{
	static const char accepted[] = "HTTP/1.1 101 Switching Protocols\r\n";
	char head[1024];
	size_t length = 0;

	tls_peer_connect(client, world, 0, 0);
	if (!tls_peer_shake(client, piece)) {
		return false;
	}
	SSL_write(client->ssl, world_upgrade, (int) strlen(world_upgrade));
	tls_peer_push(client, piece);
	while (length < sizeof head && take(client, head + length, 1) == 1) {
		length++;
		if (length > 4 && memcmp(head + length - 4, "\r\n\r\n", 4) == 0) {
			return memcmp(head, accepted, strlen(accepted)) == 0;
		}
	}
	return false;
}

void tls_peer_send(struct tls_peer *client, const char *frames)
{
	struct frames encoded = frames_of(frames);

	SSL_write(client->ssl, encoded.bytes, (int) encoded.length);
	free(encoded.bytes);
	tls_peer_push(client, 0);
}

bool tls_peer_expect(struct tls_peer *client, const char *frames)
{
	struct frames wanted = frames_of(frames);
	char *bytes = malloc(wanted.length + 1);
	size_t got = take(client, bytes, wanted.length);
	bool same = got == wanted.length && memcmp(bytes, wanted.bytes, got) == 0;

	CHECKF(same, "expected %.100s, got %zu of %zu bytes%s%s", frames, got, wanted.length,
	       client->notified ? ", close_notify" : "", client->peer.eof ? ", FIN" : "");
	free(bytes);
	free(wanted.bytes);
	return same;
}

#endif
