// Logs in, opens both sockets, authorizes, synchronizes, subscribes a quote, places an order and
// waits for its events. Prints what it got; exit code 0 when all came, 1 when something did not.
// Usage: node check.mjs [http://127.0.0.1:9090]
import WebSocket from 'ws';

const base = process.argv[2] ?? 'http://127.0.0.1:9090';
const sockets = base.replace(/^http/, 'ws');
const PATIENCE_MS = 10_000;
const HEARTBEAT_MS = 2_500;

/** One socket: counts request ids, keeps every event, answers waits. */
class Talk {
  constructor(url) {
    this.lastId = 0;
    this.messages = [];
    this.waiting = [];
    this.kinds = {};
    this.socket = new WebSocket(url);
    this.socket.on('message', (data) => this.hear(data.toString()));
    this.socket.on('open', () => {
      this.beat = setInterval(() => this.socket.send('[]'), HEARTBEAT_MS);
    });
    this.socket.on('error', (error) => fail(`${url}: ${error.message}`));
  }

  hear(frame) {
    const kind = frame.slice(0, 1);
    this.kinds[kind] = (this.kinds[kind] ?? 0) + 1;
    if (kind === 'a') {
      this.messages.push(...JSON.parse(frame.slice(1)));
    }
    this.waiting = this.waiting.filter(({ wanted, resolve }) => {
      const found = kind === 'o' && wanted === 'open' ? true : this.find(wanted);
      if (found) resolve(found);
      return !found;
    });
  }

  find(wanted) {
    return typeof wanted === 'function' ? this.messages.find(wanted) : undefined;
  }

  wait(what, wanted) {
    const found = this.find(wanted);
    return found
      ? Promise.resolve(found)
      : new Promise((resolve) => {
          const late = setTimeout(() => fail(`waited in vain for ${what}`), PATIENCE_MS);
          this.waiting.push({ wanted, resolve: (it) => (clearTimeout(late), resolve(it)) });
        });
  }

  async call(endpoint, body = '', query = '') {
    const id = ++this.lastId;
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    this.socket.send(`${endpoint}\n${id}\n${query}\n${text}`);
    const answer = await this.wait(`the answer to ${endpoint}`, (message) => message.i === id);
    if (answer.s !== 200) fail(`${endpoint} was answered ${answer.s} ${answer.d ?? ''}`);
    return answer.d;
  }

  props(what, test) {
    return this.wait(what, ({ e, d }) => e === 'props' && test(d)).then(({ d }) => d);
  }

  close() {
    clearInterval(this.beat);
    this.socket.close();
  }
}

function fail(reason) {
  console.error(`FAILED: ${reason}`);
  process.exit(1);
}

function expect(truth, reason) {
  if (!truth) fail(reason);
}

async function rest(path, body, token) {
  const answer = await fetch(`${base}/v1/${path}`, {
    method: body ? 'POST' : 'GET',
    headers: { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, text, json: answer.ok && text ? JSON.parse(text) : null };
}

const bad = await rest('auth/accesstokenrequest', { name: 'demo', password: 'wrong' });
console.log(`bad login      ${bad.status} ${bad.json.errorText}`);
const { json: login } = await rest('auth/accesstokenrequest', {
  name: 'demo',
  password: 'demo',
  appId: 'client-check',
  appVersion: '1.0',
  deviceId: '123e4567-e89b-12d3-a456-426614174000',
  cid: 8,
  sec: 'none',
});
expect(login.accessToken, 'no token');
console.log(`login          ${login.name} ${login.userStatus} userId=${login.userId}`);

const token = login.accessToken;
const { json: accounts } = await rest('account/list', null, token);
const account = accounts[0];
console.log(`accounts       ${accounts.length}, the first is ${account.name} (${account.id})`);

const user = new Talk(`${sockets}/v1/websocket`);
await user.wait('the open frame', 'open');
await user.call('authorize', token);
const books = await user.call('user/syncrequest', { splitResponses: true });
const sizes = Object.entries(books).map(([name, list]) => `${name}=${list.length}`);
console.log(`sync           ${sizes.length} collections: ${sizes.join(' ')}`);

const prices = new Talk(`${sockets}/v1/md/websocket`);
await prices.wait('the open frame', 'open');
await prices.call('authorize', token);
await prices.call('md/subscribequote', { symbol: 'MNQZ6' });
const quote = (await prices.wait('a quote', ({ e }) => e === 'md')).d.quotes[0];
console.log(`quote          contract ${quote.contractId} ${JSON.stringify(quote.entries)}`);

const before = user.messages.length;
const order = await user.call('order/placeorder', {
  accountSpec: account.name,
  accountId: account.id,
  action: 'Buy',
  symbol: 'MNQZ6',
  orderQty: 1,
  orderType: 'Market',
  isAutomated: true,
});
expect(order.orderId && !order.failureReason, `the order was refused: ${JSON.stringify(order)}`);
console.log(`order          ${order.orderId}`);
const isFilled = ({ entityType, entity }) =>
  entityType === 'order' && entity.id === order.orderId && entity.ordStatus === 'Filled';
await user.props('the filled order', isFilled);
const fill = await user.props('its fill', (d) => d.entityType === 'fill' && d.entity.orderId === order.orderId);
const position = await user.props(
  'the position',
  (d) => d.entityType === 'position' && d.entity.accountId === account.id && d.entity.contractId === quote.contractId,
);
await user.props('the cash', (d) => d.entityType === 'cashBalance' && d.entity.accountId === account.id);
console.log(`fill           ${fill.entity.action} ${fill.entity.qty} at ${fill.entity.price}`);
console.log(`position       net ${position.entity.netPos} at ${position.entity.netPrice}`);
const told = user.messages.slice(before).filter(({ e }) => e === 'props');
console.log(`events         ${told.map(({ d }) => `${d.entityType} ${d.eventType}`).join(', ')}`);

const worth = await user.call('cashBalance/getcashbalancesnapshot', { accountId: account.id });
console.log(`worth          netLiq ${worth.netLiq}, openPnL ${worth.openPnL}`);
const contract = await user.call('contract/item', '', `id=${quote.contractId}`);
console.log(`contract/item  ${contract.name}`);
const unknown = await rest('contract/item?id=1', null, token);
console.log(`unknown id     ${unknown.status} ${unknown.text}`);

await new Promise((resolve) => setTimeout(resolve, 2 * HEARTBEAT_MS));
console.log(`frames         user ${JSON.stringify(user.kinds)}, market data ${JSON.stringify(prices.kinds)}`);
user.close();
prices.close();
console.log('all came');
