--TEST--
A service manager is told READY, WATCHDOG, RELOADING and STOPPING on the socket of NOTIFY_SOCKET, and nothing by children
--EXTENSIONS--
openssl
pcntl
--FILE--
<?php
require __DIR__ . '/../tls/tls.inc';

final class Manager
{
    private $socket;

    public function __construct(public readonly string $name)
    {
        $this->socket = stream_socket_server('udg://' . str_replace('@', "\0", $name), $code, $error, STREAM_SERVER_BIND);
    }

    /* The next that is said; of a time only that it is one. */
    public function next(bool $watchdog = false): string
    {
        do {
            $read = [$this->socket];
            $write = $except = [];
            if (!stream_select($read, $write, $except, 30)) {
                return 'nothing';
            }
            $text = stream_socket_recvfrom($this->socket, 1000);
        } while (!$watchdog && $text === 'WATCHDOG=1');
        return preg_replace(['~\n~', '~=\d{4,}$~'], [' ', '=N'], $text);
    }

    /* Has anybody said more than that he is alive? */
    public function rest(bool $watchdog = false): string
    {
        stream_set_blocking($this->socket, false);
        while (($text = (string) stream_socket_recvfrom($this->socket, 1000)) === 'WATCHDOG=1' && !$watchdog) {
        }
        return $text === '' ? 'silence' : $text;
    }
}

$authority = new Authority;
$app = <<<'PHP'
    final class App extends Ratchet\Server\EchoServer {
        public $server;
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            $server = $this->server;
            eval($msg);
            $conn->send('done');
        }
    }
    $app = new App;
    serve($app, ['before' => fn($io) => $app->server = WsChat\Server::from($io), 'options' => %s]);
    PHP;
$run = function (string $name, array $env) use ($authority, $app): array {
    $manager = new Manager($name);
    $options = "['tls' => ['local_cert' => " . var_export("{$authority->folder}/localhost.pem", true) . ']]';
    $server = TestServer::code(sprintf($app, $options), ['env' => ['NOTIFY_SOCKET' => $name] + $env]);
    return [$manager, $server, WsClient::connect($server->port, [], '/', [])];
};
$authority->issue('localhost');
$names = ["{$authority->folder}/notify", '@wschat-notify-' . getmypid()];

foreach ($names as $name) {
    [$manager, $server, $client] = $run($name, ['WATCHDOG_USEC' => '100000']);
    for ($i = 0; $i < 4; $i++) {
        echo $manager->next(true), "\n";
    }
    $client->text('$server->reloadCertificates();')->expectText('done');
    echo $manager->next(), ', ', $manager->next(), "\n";
    /* A child that does what its parent does is not the service. */
    $client->text('$child = pcntl_fork();
        if ($child === 0) {
            $server->reloadCertificates();
            $server->stop();
            exit;
        }
        pcntl_waitpid($child, $status);')->expectText('done');
    $client->text('$server->stop(); $server->stop();')->expectText('done')->expectClose(1001)->close(1001)->expectEof();
    echo $manager->next(), "\n";
    $server->wait();
    echo $manager->rest(), "\n";
    @unlink($name);
}

/* The watchdog is somebody else's. */
[$manager, $server, $client] = $run($names[0], ['WATCHDOG_USEC' => '1', 'WATCHDOG_PID' => '1']);
$client->text('')->expectText('done');
echo $manager->next(true), "\n";
$server->finish();
echo $manager->rest(true), "\n";
unlink($names[0]);

/* Without a server there is no service; what can't be reached is no error. */
$manager = new Manager($names[0]);
$quiet = TestServer::code('$loop = React\EventLoop\Loop::get(); $loop->addTimer(0.01, fn() => print("over")); $loop->run();',
    ['ready' => false, 'env' => ['NOTIFY_SOCKET' => $names[0]]]);
$quiet->wait();
echo $quiet->out(), ' in ', $manager->rest(), "\n";
foreach (['/no/such/socket', 'relative', '', '@', str_repeat('/long', 30)] as $name) {
    $server = TestServer::code('serve(new Ratchet\Server\EchoServer);', ['env' => ['NOTIFY_SOCKET' => $name]]);
    WsClient::connect($server->port)->text('works')->expectText('works');
    $server->finish();
    echo $server->err();
}
?>
--EXPECT--
READY=1
WATCHDOG=1
WATCHDOG=1
WATCHDOG=1
RELOADING=1 MONOTONIC_USEC=N, READY=1
STOPPING=1
silence
READY=1
WATCHDOG=1
WATCHDOG=1
WATCHDOG=1
RELOADING=1 MONOTONIC_USEC=N, READY=1
STOPPING=1
silence
READY=1
silence
over in silence
