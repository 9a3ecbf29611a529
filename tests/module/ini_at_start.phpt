--TEST--
Module: a bad value in php.ini or on the command line is a warning, and the default stays in force
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$server = TestServer::code(
    'serve(new Ratchet\Server\EchoServer);',
    ['ini' => ['wschat.max_message_size' => 'huge', 'wschat.max_headers' => '6']]
);
$client = WsClient::connect($server->port);
$client->text(str_repeat('x', 100000))->expectText(str_repeat('x', 100000)); /* not 0 */
$client->send(WsClient::BINARY, '', ['length' => (32 << 20) + 1])->expectClose(1009)->expectEof();
echo (new WsClient($server->port))->request(WsClient::upgradeHead(['X' => ['a', 'b']]))->line, "\n";
preg_match('/Warning: wschat.*/', file_get_contents("{$server->folder}/stdout") . $server->err(), $match);
echo strtok($match[0], "\n"), "\n";
?>
--EXPECTF--
HTTP/1.1 431 Request Header Fields Too Large
Warning: wschat.max_message_size = "huge" is ignored: it must be a number of bytes from 1 to 1099511627776 in Unknown on line 0
