// Two short tones for whoever scans without looking at the screen: high for a hit, low for none.

let context = null;

export function tone(hit) {
  context ??= new AudioContext();
  const [oscillator, gain] = [context.createOscillator(), context.createGain()];
  const end = context.currentTime + (hit ? 0.09 : 0.3);
  oscillator.frequency.value = hit ? 1_200 : 220;
  gain.gain.setValueAtTime(0.15, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start();
  oscillator.stop(end);
}
