--TEST--
Limits: max_head_size and max_headers: 413 and 431
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$servers = [
    TestServer::code(
        "serve(new Ratchet\Server\EchoServer, ['options' => ['max_head_size' => 300, 'max_headers' => 6]]);"
    ),
    TestServer::code(
        'serve(new Ratchet\Server\EchoServer);',
        ['ini' => ['wschat.max_head_size' => 300, 'wschat.max_headers' => 6]]
    ),
];
foreach ($servers as $server) {
    $rest = 300 - strlen(WsClient::upgradeHead(['X' => '']));
    foreach ([
        WsClient::upgradeHead(['X' => str_repeat('x', $rest)]),
        WsClient::upgradeHead(['X' => str_repeat('x', $rest + 1)]),
        WsClient::upgradeHead(['X' => ['a', 'b']]),
    ] as $request) {
        echo (new WsClient($server->port))->request($request)->line, "\n";
    }
}
?>
--EXPECT--
HTTP/1.1 101 Switching Protocols
HTTP/1.1 413 Request Entity Too Large
HTTP/1.1 431 Request Header Fields Too Large
HTTP/1.1 101 Switching Protocols
HTTP/1.1 413 Request Entity Too Large
HTTP/1.1 431 Request Header Fields Too Large
