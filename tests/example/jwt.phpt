--TEST--
jwt.php: only those with a good token get in, under its name, and only as long as it is good
--SKIPIF--
<?php require __DIR__ . '/vendor.inc'; skip_unless_package('firebase/php-jwt'); ?>
--FILE--
<?php
require __DIR__ . '/example.inc';
require __DIR__ . '/vendor.inc';

$secret = str_repeat('secret', 6);
$vendor = vendor_folder('firebase/php-jwt');
$options = ['env' => ['JWT_SECRET' => $secret]];
$server = example('jwt', [], $options, $vendor);

/* A token as whoever gives them out would make it, without the package. */
$code = fn(string $bytes) => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
$token = function (array $claims, ?string $key = null, string $algorithm = 'HS256') use ($code, $secret): string {
    $signed = $code(json_encode(['typ' => 'JWT', 'alg' => $algorithm])) . '.' . $code(json_encode($claims));
    return $signed . '.' . ($algorithm === 'none' ? '' : $code(hash_hmac('sha256', $signed, $key ?? $secret, true)));
};
$later = time() + 600;
$good = $token(['sub' => 'Ann', 'exp' => $later]);

$ann = WsClient::connect($server->port, target: "/?token=$good")->expectText('Welcome, Ann.');
$bob = WsClient::connect($server->port, ['Authorization' => 'Bearer ' . $token(['sub' => 'Bob', 'exp' => $later])]);
$bob->expectText('Welcome, Bob.');
$ann->text('hello')->expectText('Ann said: hello');
$bob->text('hello')->expectText('Bob said: hello');

[$head, $claims, $signature] = explode('.', $good);
foreach ([
    'none' => '/',
    'empty' => '/?token=',
    'no token' => '/?token=x',
    'a list' => '/?token[]=x',
    'expired' => '/?token=' . $token(['sub' => 'Ann', 'exp' => time() - 1]),
    'not yet' => '/?token=' . $token(['sub' => 'Ann', 'exp' => $later, 'nbf' => $later]),
    'another key' => '/?token=' . $token(['sub' => 'Ann', 'exp' => $later], str_repeat('x', 36)),
    'another name' => "/?token=$head." . $code(json_encode(['sub' => 'Eve', 'exp' => $later])) . ".$signature",
    'no signature' => '/?token=' . $token(['sub' => 'Ann', 'exp' => $later], null, 'none'),
    'for ever' => '/?token=' . $token(['sub' => 'Ann']),
    'nobody' => '/?token=' . $token(['exp' => $later]),
] as $what => $target) {
    $client = new WsClient($server->port);
    $client->write(WsClient::upgradeHead([], $target));
    $answer = $client->readAll();
    echo "$what: ", strtok($answer, "\r"), str_contains($answer, 'WWW-Authenticate: Bearer') ? '' : ', no WWW-Authenticate', "\n";
}

/* A connection ends with its token. One that has ended before it was shown, on a slow machine, is no token to test with. */
for ($seconds = 2, $short = null; $short === null; $seconds *= 2) {
    try {
        $short = WsClient::connect($server->port, target: '/?token=' . $token(['sub' => 'Zoe', 'exp' => time() + $seconds]));
    } catch (WsClientException $e) {
        if ($seconds > 16) {
            throw $e;
        }
    }
}
$short->expectText('Welcome, Zoe.')->expectClose(1008)->close(1008)->expectEof();
$ann->expectNothing();
ends($server, $ann, $bob);

/* The tokens that it makes itself, and what it says without a secret. */
$made = run_example('jwt', ['token', 'Carl'], $options, $vendor);
echo 'status ', $made->wait(), "\n";
$server = example('jwt', [], $options, $vendor);
WsClient::connect($server->port, target: '/?token=' . trim($made->out()))->expectText('Welcome, Carl.')->disconnect();
ends($server);
$without = run_example('jwt', [], ['env' => ['JWT_SECRET' => '']], $vendor);
echo 'status ', $without->wait(), ': ', preg_match('/Set JWT_SECRET first.*?\./', $without->out() . $without->err(), $match) ? $match[0] : '', "\n";
?>
--EXPECT--
none: HTTP/1.1 401 Unauthorized
empty: HTTP/1.1 401 Unauthorized
no token: HTTP/1.1 401 Unauthorized
a list: HTTP/1.1 401 Unauthorized
expired: HTTP/1.1 401 Unauthorized
not yet: HTTP/1.1 401 Unauthorized
another key: HTTP/1.1 401 Unauthorized
another name: HTTP/1.1 401 Unauthorized
no signature: HTTP/1.1 401 Unauthorized
for ever: HTTP/1.1 401 Unauthorized
nobody: HTTP/1.1 401 Unauthorized
status 0
status 0
status 0
status 255: Set JWT_SECRET first, to 32 bytes or more.
