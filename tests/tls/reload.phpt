--TEST--
TLS: SIGHUP reads the certificates again, and no connection is dropped; a bad file changes nothing; a handler of the script comes first
--EXTENSIONS--
openssl
pcntl
posix
--FILE--
<?php
require __DIR__ . '/tls.inc';

$authority = new Authority;
$file = $authority->issue('first');
rename($file, $path = "{$authority->folder}/current");
$code = 'serve(new Ratchet\Server\EchoServer, ["options" => ["tls" => ["local_cert" => ' . var_export($path, true) . ']]%s]);';
$server = TestServer::code(sprintf($code, ''));
$name = function () use (&$server): string {
    $client = WsClient::connect($server->port, [], '/', ['capture_peer_cert' => true]);
    $name = name_of($client);
    $client->disconnect();
    return $name;
};
$old = WsClient::connect($server->port, [], '/', []);
echo $name(), "\n";
rename($authority->issue('second'), $path);
echo $name(), "\n";
$server->signal(SIGHUP);
for ($i = 0; $i < 1000 && $name() !== 'second'; $i++) {
}
echo $name(), "\n";
$old->text('still here')->expectText('still here');
file_put_contents($path, 'nothing');
$server->signal(SIGHUP);
$server->waitErr('wschat: the certificates stay as they were: option "local_cert", ');
echo $name(), "\n";
$old->text('still here')->expectText('still here');
echo $server->finish(), "\n";

rename($authority->issue('third'), $path);
foreach ([
    'pcntl_signal' => 'pcntl_signal(SIGHUP, fn() => print("by the script\n"));',
    'addSignal' => '$s->loop->addSignal(SIGHUP, fn() => print("by the script\n"));',
] as $how => $handler) {
    $server = TestServer::code(sprintf($code, ', "before" => function ($s) { pcntl_async_signals(true); ' . $handler . ' }'));
    file_put_contents($path, 'nothing');
    $server->signal(SIGHUP);
    $server->waitOut("by the script\n");
    echo "$how: ", $name(), ' ', substr_count($server->err(), 'certificates'), "\n";
    $server->finish();
    rename($authority->issue('third'), $path);
}
?>
--EXPECT--
first
first
second
second
0
pcntl_signal: third 0
addSignal: third 0
